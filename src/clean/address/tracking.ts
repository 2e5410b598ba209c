/**
 * Parameters that tell the publisher where a reader comes from and do not select the page. Sources: AdGuard's URL
 * Tracking filter (TrackParamFilter, general_url.txt and specific.txt) and ClearURLs' global rules, as of 2026;
 * parameters seen in the feeds of news sites.
 */
const everywhere = new Set(
  `_branch_match_id _branch_referrer _ga _gl _hsenc _hsmi __hsfp __hssc __hstc hsctatracking _kx _openstat
  __s __twitter_impression action_object_map action_ref_map action_type_map adfrom asgtbndr at_campaign
  at_custom1 at_custom2 at_custom3 at_custom4 at_medium awc cmpid cm_cr cm_me cx_click cx_recsorder
  cx_recswidget dclid ebisadid erid fb_action_ids fb_action_types fb_comment_id fb_ref fb_source fbclid gbraid
  gclid gclsrc gci guccounter guce_referrer guce_referrer_sig igsh igshid ir_adid ir_campaignid ir_partnerid
  irclickid irgwc li_fat_id mc_cid mc_eid mindbox-click-id mindbox-message-key mkt_tok ml_subscriber
  ml_subscriber_hash msclkid ncid nx_source ocid oly_anon_id oly_enc_id rb_clickid ref_src ref_url rtkcid s_cid
  sc_campaign share_from soc_src soc_trk spm srnd sscid tduid tsrc ttclid twclid usqp user_email_address vc_lpp
  vero_conv vero_id wbraid wickedid wpsrc wt_mc wt_zmc xtor yclid ysclid`.split(/\s+/),
);
const everywhereStarts = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'matomo_',
  'hsa_',
  'itm_',
  'adjust_',
  'cm_mmc',
  'bsft_',
  'ns_',
];

/** Parameters that track on these hosts only. */
const onHosts: readonly (readonly [hosts: string, names: string])[] = [
  ['dw.com', 'maca'],
  ['nytimes.com nytcn.me', 'partner emc smid smtyp module pgtype region hp-region'],
  ['reuters.com', 'feedtype feedname rpc edition-redirect taid'],
  ['bbc.com bbc.co.uk', 'intlink_from_url link_location ocid'],
  ['theguardian.com', 'cmp'],
  ['rfi.fr france24.com', 'ref'],
  ['wsj.com ft.com bloomberg.com', 'mod reflink ftcamp segmentid sref'],
  ['youtube.com youtu.be', 'si feature pp ab_channel kw'],
  ['twitter.com x.com', 's t ref_src ref_url cn cxt'],
  ['facebook.com', '__tn__ __xts__ __cft__ eid hc_ref hc_location fref refsrc refid'],
  ['instagram.com threads.net', 'igshid igsh ig_rid xmt'],
  ['open.spotify.com', 'si context nd'],
  ['medium.com', 'source'],
  ['substack.com', 'r triedredirect showwelcomeonshare'],
  [
    'mp.weixin.qq.com',
    'chksm scene subscene sessionid ascene clicktime enterid exportkey pass_ticket srcid sharer_sharetime sharer_shareid wx_header from isappinstalled',
  ],
  ['weibo.com weibo.cn', 'sudaref display retcode featurecode'],
  ['zhihu.com', 'hybrid_search_source hybrid_search_extra'],
  [
    'bilibili.com b23.tv',
    'spm_id_from vd_source from_source share_source share_medium share_plat share_session_id share_tag timestamp bbid ts unique_k buvid is_story_h5 mid from_spmid plat_id',
  ],
  ['douban.com', '_i _dtcc'],
  ['reddit.com', 'share_id rdt utm_name'],
  ['linkedin.com', 'trk trackingid lipi refid'],
];

/** Ghost adds the reader's site to every link. */
const referrer = /^ref=[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

const byHost = onHosts.flatMap(([hosts, names]) =>
  hosts.split(' ').map((host) => ({ host, names: new Set(names.split(' ')) })),
);

/** Removes tracking parameters from `address`. Every other part stays unchanged. */
export function withoutTracking(address: string): string {
  if (!/[?#]/.test(address)) return address;
  const url = URL.parse(address);
  if (!url || (url.search === '' && url.hash === '')) return address;
  const own = byHost.filter(({ host }) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  const isTracking = (pair: string) => {
    const name = nameOf(pair);
    return (
      referrer.test(pair) ||
      everywhere.has(name) ||
      everywhereStarts.some((start) => name.startsWith(start)) ||
      own.some(({ names }) => names.has(name))
    );
  };
  const query = url.search.slice(1).split('&');
  const kept = query.filter((pair) => !isTracking(pair));
  if (kept.length < query.length) url.search = kept.join('&');
  if (/^#(?:xtor=|utm_|at_medium=|ref=rss$|\.[\w-]{11,12}$)/i.test(url.hash)) url.hash = '';
  return url.href;
}

function nameOf(pair: string): string {
  const raw = (pair.split('=', 1)[0] ?? '').replace(/^amp;/i, '');
  try {
    return decodeURIComponent(raw).toLowerCase();
  } catch {
    return raw.toLowerCase();
  }
}
