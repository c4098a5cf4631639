/**
 * What the element itself has to say, in both languages: only what goes wrong before there is a board. Everything else
 * is said by Rust.
 */

const WORDS = {
  'zh-CN': {
    loading: '正在载入……',
    retry: '重试',
    slow: () => '数据还在路上，网络较慢。',
    empty: () => '还没有数据：请用 src 属性给出数据文件的地址，或在元素内放入 <script type="application/json">。',
    network: ({ src }) => `无法载入数据文件：${src}。请检查地址和网络连接。`,
    foreign: ({ src }) => `无法载入另一个网站上的数据文件：${src}。请检查地址和网络连接；该网站还须允许跨站读取（CORS）。`,
    stale: ({ date, why }) => `没有取得新的数据，这里仍是${date}公布的数据。${why}`,
    older: ({ date, got }) => `取得的数据较旧（${got}公布），这里仍是${date}公布的数据。`,
    view: ({ view, views }) => `没有名为“${view}”的视图，这里显示总览。可选：${views}。`,
    status: ({ src, status }) => `无法载入数据文件：${src}（HTTP ${status}）。请检查 src 属性里的地址。`,
    html: ({ src }) => `${src} 是一个网页（HTML），不是 JSON 数据文件。请检查 src 属性里的地址。`,
    blank: ({ src }) => `数据文件是空的：${src}。`,
    large: ({ size }) => `数据超过 10 MB（${size} MB），没有读取。请把清单拆成几个文件。`,
    local: () => '浏览器不允许从本地文件（file://）读取数据。请通过网站服务器打开本页，或把数据写在元素内的 <script type="application/json"> 里。',
    engine: ({ file }) => `看板程序没有载入成功（${file}）。请检查这个文件是否与脚本放在一起，以及网页的安全策略（CSP）是否允许 wasm-unsafe-eval。`,
    altered: ({ file }) => `看板程序（${file}）与脚本不配套：被改动过、没有传完，或版本不同。请把同一次发布的文件放在一起。`,
    internal: () => '画这块看板时出了内部错误。数据没有改变，可以下载。请把数据文件发给 Pledgeboard 的维护者。',
    data: '下载数据',
    copy: '数据（可选中复制）',
  },
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    slow: () => 'The data are still on their way; the connection is slow.',
    empty: () => 'No data yet: give the address of a document in the src attribute, or put a <script type="application/json"> inside the element.',
    network: ({ src }) => `Cannot load the document: ${src}. Check the address and the connection.`,
    foreign: ({ src }) => `Cannot load the document from another site: ${src}. Check the address and the connection; that site must also permit it (CORS).`,
    stale: ({ date, why }) => `No newer data came; these were published on ${date}. ${why}`,
    older: ({ date, got }) => `The data that came are older (published on ${got}); shown are those published on ${date}.`,
    view: ({ view, views }) => `There is no view “${view}”; this is the overview. There are: ${views}.`,
    status: ({ src, status }) => `Cannot load the document: ${src} (HTTP ${status}). Check the address in the src attribute.`,
    html: ({ src }) => `${src} is a web page (HTML), not a JSON document. Check the address in the src attribute.`,
    blank: ({ src }) => `The document is empty: ${src}.`,
    large: ({ size }) => `The document is larger than 10 MB (${size} MB) and was not read. Split the programme into several files.`,
    local: () => 'A browser may not read data from a local file (file://). Open this page from a web server, or put the document into a <script type="application/json"> inside the element.',
    engine: ({ file }) => `The program of the board did not load (${file}). Check that the file lies beside the script, and that the page’s security policy (CSP) allows wasm-unsafe-eval.`,
    altered: ({ file }) => `The program of the board (${file}) does not fit the script: it was altered, cut short or is of another release. Put the files of one release together.`,
    internal: () => 'An internal error stopped this drawing. The data are unchanged and can be downloaded. Please send the document to the maintainers of Pledgeboard.',
    data: 'Get the data',
    copy: 'The data (select and copy)',
  },
};

/** The words of a locale. @param {"zh-CN" | "en"} locale */
export const words = (locale) => WORDS[locale];

/** Troubles that may be gone the next time. */
const PASSING = new Set(['network', 'foreign', 'status', 'html', 'blank', 'engine', 'altered', 'internal', 'slow', 'stale', 'older']);

/** A failure that a reader of the page is told about: `kind` names the words, `facts` fill them. */
export class Trouble extends Error {
  constructor(kind, facts = {}, options) {
    super(WORDS.en[kind](facts), options);
    this.kind = kind;
    this.facts = facts;
  }

  /** Whether trying again may help. */
  get passes() {
    return PASSING.has(this.kind);
  }

  /** @param {"zh-CN" | "en"} locale */
  say(locale) {
    return WORDS[locale][this.kind](this.facts);
  }
}
