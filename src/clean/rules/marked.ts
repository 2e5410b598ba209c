import { type Matches, matcher } from '../../html/selectors.ts';
import { textOf } from '../../html/text-of.ts';
import { elementsOf, rewrite } from '../../html/tree.ts';
import { removeThose } from '../dom/remove.ts';
import { captionLabels } from '../phrases/captions.ts';
import type { Rule } from '../rule.ts';

/**
 * Selectors of what sites and their plug-ins mark as no part of the article, by the kind under which the
 * receipt lists it. Only marks with this one meaning, because a body is an article already and not a page.
 * Sources: the generic hiding rules of EasyList and Fanboy's Annoyances; the markup of Jetpack, AddToAny,
 * AddThis, ShareThis, YARPP, Ad Inserter and Advanced Ads (WordPress), Ghost, Substack, Medium, Plone; BBC, FT,
 * RFI, Reuters and NYT pages.
 */
const marks: Record<string, string> = {
  advert: `.adsbygoogle [data-ad] [data-ad-slot] [data-ad-unit] [data-ad-client] [data-adunit] [data-o-ads-name]
    [data-e2e=advertisement] [data-component=ad-slot] [data-component=advertisement] [aria-label^=广告]
    [aria-label^=廣告] [aria-label^=advert] [aria-label^=Advert] [id^=div-gpt-ad] [id^=google_ads_] [id^=taboola-]
    [class^=advads-] [class^=google-auto-placed] .advert .advertisement .ad-container .ad-slot .ad-unit
    .ad-wrapper .ad-block .mpu-ad .m-block-ad .bbccom_advert .bbccom_slot .OUTBRAIN .trc_related_container amp-ad`,
  share: `.addtoany_share_save_container .addtoany_content .a2a_kit .addthis_toolbox .addthis_inline_share_toolbox
    .sharethis-inline-share-buttons .sharedaddy .sd-sharing .sd-like .jp-likes-widget-wrapper .social-share
    .social-sharing .share-buttons .share-bar .sharebar .share-tools .sharing-tools .article-share .post-share
    .entry-share .social-links .social-icons .ssba .heateor_sss_sharing_container .essb_links
    .swp_social_panel .bdsharebuttonbox .wp-block-social-links .kg-share .fb-like .fb-share-button
    .twitter-share-button .twitter-follow-button`,
  related: `.jp-relatedposts .yarpp .yarpp-related .related-posts .related-articles .related-stories
    .related-content .related-links .relatedposts .crp_related .wp_rp_wrap .rp4wp-related-posts .read-more-links
    .story-more .more-on-this-story .recommended-articles .recommendations .zergnet .post-navigation
    .nav-links .tags-links .tag-links .cat-links .post-tags .entry-tags .o-related-articles .digest-post-embed
    [data-e2e*=recommendation] [data-e2e*=related-content] [data-e2e*=most-read] [data-e2e*=top-stories]`,
  promos: `.o-self-promo .newsletter-signup .newsletter-form .newsletter-promo .newsletter-box .subscription-widget
    .subscription-widget-wrap .subscribe-widget .subscribe-box .subscribe-form .kg-signup-card .mc4wp-form
    .mailchimp-signup .jetpack_subscription_widget .wp-block-jetpack-subscriptions .paywall-promo .patreon-badge
    .button-wrapper .captioned-button-wrap .kg-cta-card .kg-product-card-button a[href*="#/portal/"] .donate-box
    .donation-box .app-promo .blogger-post-footer .StandardArticleBody_trustBadgeContainer [data-e2e*=promo]`,
  bios: `.author-box .author-bio .about-author .author-info .post-author-box .entry-author-wrapper
    .saboxplugin-wrap .molongui-author-box .abh_box .wp-block-post-author-biography`,
  timestamps: `.entry-meta .post-meta .posted-on`,
  'skip-link': `.skip-link .skip-to-content a[href^="#jump-link"] a[href^="#end-of-"]`,
  comments: `#disqus_thread .comments-area .comment-respond .post-comments-link .comments-link`,
};

/** Buttons and icons on pictures, players and cards. The receipt does not list them. */
const buttons = `#zoomattribute .image-zoom .zoom-icon .lightbox-trigger .kg-bookmark-icon .kg-audio-player
  .kg-audio-thumbnail .kg-video-overlay .kg-video-player-container .embedded-post-cta-wrapper .embedded-post-meta
  .embedded-publication-logo img.avatar img[src*="gravatar.com/avatar"]`.split(/\s+/);
const isButton = matcher(buttons);

/** Marks of text for people who cannot see the page. */
const unseen = [
  '.off-screen',
  '.offscreen',
  '.visually-hidden',
  '.visuallyhidden',
  '.sr-only',
  '.screen-reader-text',
  '[class*=VisuallyHidden]',
];
const isUnseen = matcher(unseen);
const selectorsOf = (list: string): string[] => list.trim().split(/\s+(?![^[]*\])/);
const kinds: readonly [kind: string, matches: Matches][] = Object.entries(marks).map(([kind, list]) => [
  kind,
  matcher(selectorsOf(list)),
]);
const anyMark = matcher([...Object.values(marks).flatMap(selectorsOf), ...buttons, ...unseen]);

/** Removes what the markup marks as no part of the article. */
export const rule: Rule = {
  name: 'marked',
  apply(root, _context, receipt) {
    const marked = elementsOf(root).filter(anyMark);
    if (marked.length === 0) return;
    const those = (matches: Matches) => new Set(marked.filter(matches));
    const pressed = those(isButton);
    if (pressed.size > 0) rewrite(root, (found) => (pressed.has(found) ? [] : undefined));
    for (const [kind, matches] of kinds) removeThose(root, `${rule.name}/${kind}`, receipt, those(matches));
    removeThose(
      root,
      `${rule.name}/skip-link`,
      receipt,
      those((found) => isUnseen(found) && captionLabels.pattern.test(textOf(found, 40))),
    );
  },
};
