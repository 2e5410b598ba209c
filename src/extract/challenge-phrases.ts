/** A phrase that tells a robot check from other web pages. */
export interface ChallengePhrase {
  phrase: RegExp;
  /** The product that shows it, or the language of a phrase that many show. */
  from: string;
  /** Texts that hold it, one for each of its forms. */
  examples: readonly string[];
}

/** Phrases in the titles of robot checks. */
export const titlePhrases: readonly ChallengePhrase[] = [
  { phrase: /just a moment/i, from: 'Cloudflare', examples: ['Just a moment...'] },
  { phrase: /attention required/i, from: 'Cloudflare', examples: ['Attention Required! | Cloudflare'] },
  { phrase: /checking your browser/i, from: 'Cloudflare', examples: ['Checking your browser before access'] },
  { phrase: /请稍候/, from: 'Cloudflare, zh-Hans', examples: ['请稍候…'] },
  { phrase: /請稍候/, from: 'Cloudflare, zh-Hant', examples: ['請稍候…'] },
  { phrase: /access denied/i, from: 'Akamai', examples: ['Access Denied'] },
  { phrase: /pardon our interruption/i, from: 'Imperva', examples: ['Pardon Our Interruption'] },
  { phrase: /robot check/i, from: 'Amazon', examples: ['Robot Check'] },
  {
    phrase: /ddos[- ]?(?:guard|protection)/i,
    from: 'DDoS-Guard',
    examples: ['DDoS-Guard', 'DDoS protection', 'DDOSGUARD'],
  },
  {
    phrase: /making sure you(?:'|’|&#0?39;|&#x27;)?re not a bot/i,
    from: 'Anubis',
    examples: [
      "Making sure you're not a bot!",
      'Making sure you’re not a bot!',
      'Making sure you&#39;re not a bot!',
      'Making sure you&#039;re not a bot!',
      'Making sure you&#x27;re not a bot!',
      'Making sure youre not a bot!',
    ],
  },
  {
    phrase: /verify(?:ing)? (?:that )?you are (?:a )?human/i,
    from: 'en',
    examples: ['Verify you are human', 'Verifying that you are a human'],
  },
  {
    phrase: /are you (?:a )?(?:robot|human)/i,
    from: 'en',
    examples: ['Are you a robot?', 'Are you human?'],
  },
  { phrase: /human verification/i, from: 'en', examples: ['Human Verification'] },
  { phrase: /bot verification/i, from: 'en', examples: ['Bot Verification'] },
  { phrase: /security check/i, from: 'en', examples: ['Security Check', 'Security Checkpoint'] },
  { phrase: /安全验证/, from: 'zh-Hans', examples: ['百科安全验证'] },
  { phrase: /安全检查/, from: 'zh-Hans', examples: ['安全检查中'] },
  { phrase: /人机验证/, from: 'zh-Hans', examples: ['人机验证'] },
  { phrase: /人机校验/, from: 'zh-Hans', examples: ['人机校验页面'] },
  { phrase: /访问验证/, from: 'zh-Hans', examples: ['访问验证'] },
  { phrase: /滑动验证/, from: 'zh-Hans', examples: ['滑动验证页面'] },
  { phrase: /验证码/, from: 'zh-Hans', examples: ['请输入验证码'] },
  { phrase: /安全驗證/, from: 'zh-Hant', examples: ['安全驗證'] },
  { phrase: /人機驗證/, from: 'zh-Hant', examples: ['人機驗證'] },
  { phrase: /訪問驗證/, from: 'zh-Hant', examples: ['訪問驗證'] },
];

/**
 * Names in the markup of robot checks. Several services load scripts of the same make into ordinary pages
 * (Cloudflare's `challenge-platform`): such names do not belong here.
 */
export const markupPhrases: readonly ChallengePhrase[] = [
  { phrase: /_cf_chl_opt/i, from: 'Cloudflare', examples: ["window._cf_chl_opt={cvId:'3'}"] },
  { phrase: /cf-chl-widget/i, from: 'Cloudflare', examples: ['<input id="cf-chl-widget-a_response">'] },
  {
    phrase: /id="challenge-(?:form|running|error-text)"/i,
    from: 'Cloudflare',
    examples: [
      '<form id="challenge-form">',
      '<h2 id="challenge-running">',
      '<span id="challenge-error-text">',
    ],
  },
  {
    phrase: /cf-browser-verification/i,
    from: 'Cloudflare',
    examples: ['<div class="cf-browser-verification">'],
  },
  {
    phrase: /_incapsula_resource/i,
    from: 'Imperva',
    examples: ['<iframe src="/_Incapsula_Resource?x=1"></iframe>'],
  },
  {
    phrase: /captcha-delivery\.com/i,
    from: 'DataDome',
    examples: ['<script src="https://ct.captcha-delivery.com/c.js"></script>'],
  },
  { phrase: /px-captcha/i, from: 'HUMAN', examples: ['<div id="px-captcha"></div>'] },
  { phrase: /sucuri_cloudproxy_js/i, from: 'Sucuri', examples: ["sucuri_cloudproxy_js='';"] },
  { phrase: /awswafcookiedomainlist/i, from: 'AWS WAF', examples: ['window.awsWafCookieDomainList = [];'] },
  { phrase: /gokuprops/i, from: 'AWS WAF', examples: ['window.gokuProps = {"key":"x"};'] },
  { phrase: /acw_sc__v2/i, from: 'Alibaba Cloud', examples: ["setCookie('acw_sc__v2', x)"] },
  { phrase: /aliyun_waf/i, from: 'Alibaba Cloud', examples: ['<meta name="aliyun_waf_aa" content="x">'] },
  { phrase: /aliyunwaf_/i, from: 'Alibaba Cloud', examples: ['<div id="aliyunwaf_captcha">'] },
  { phrase: /\/_guard\//i, from: 'CDNFly', examples: ['<script src="/_guard/auto.js"></script>'] },
  {
    phrase: /anubis_challenge/i,
    from: 'Anubis',
    examples: ['<script id="anubis_challenge" type="application/json">'],
  },
  {
    phrase: /ddos-guard\/js-challenge/i,
    from: 'DDoS-Guard',
    examples: ['<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>'],
  },
  {
    phrase: /vercel\/security/i,
    from: 'Vercel',
    examples: ['<script src="/.well-known/vercel/security/static/challenge.js"></script>'],
  },
];

/** One pattern for all phrases, so that a page is searched once. */
function anyOf(phrases: readonly ChallengePhrase[]): RegExp {
  return new RegExp(phrases.map(({ phrase }) => phrase.source).join('|'), 'i');
}

/** Matches the title of a robot check. */
export const challengeTitle = anyOf(titlePhrases);
/**
 * Matches the markup of a robot check. Several services load scripts of the same make into ordinary pages (Cloudflare's
 * `challenge-platform`), so the names of those are not among the phrases.
 */
export const challengeMarkup = anyOf(markupPhrases);
