/** Words that any report may hold, so that sharing them says nothing. Chinese as `fold` leaves it. */
export const commonWords: ReadonlySet<string> = new Set(
  `
表示 报道 今天 昨天 明天 今日 昨日 目前 进行 问题 工作 发生 方面 情况 认为 指出 没有 可以 已经 其中 相关 包括 以及
通过 因此 但是 这些 他们 我们 自己 一个 一些 这个 这种 一名 新闻 记者 消息 媒体 发布 宣布 公布 时间 当地 当局 官员
发言 言人 继续 开始 成为 最近 近日 此前 之后 之前 以来 去年 今年 明年 人士 采取 措施 影响 重要 主要 可能 需要 要求
希望 不过 由于 对于 关于 根据 并且 同时 此外 另外 如果 虽然 非常 随后 其他 多名 部分 当天 当日 上午 下午 晚上 凌晨
the and for that with was were are has had have been from this his her its their they them but not who which what when
where while will would could should may might can said say says saying told tell according also after before about into
over under between against during through more most some any all other one two three four five six seven eight nine ten
first last new than then there here how why our your you him she out off per via amid near since until because still only
just very much many even now today yesterday tomorrow day week month year time people news report reported reporter
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec being did does done get got make made take took
`
    .trim()
    .split(/\s+/),
);

/** Characters that only join words; a pair that holds one is not compared. */
export const joiningCharacters: ReadonlySet<string> = new Set(
  '的了在是和与及等也而但就都又把被让给从由对向为以于至到之其这那此个们着过将会可能要有没不很更最已还并或则因所如若说称',
);
