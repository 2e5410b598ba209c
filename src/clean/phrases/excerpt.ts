import { phraseTable } from '../phrases.ts';

/** The agency and the place that open a report. */
export const datelines = phraseTable(
  [
    [
      'mul',
      /[(（【[][^()（）【】[\]]{1,24}(?:网|讯|訊|电|電|报道|報道|综合|綜合|Reuters|AFP|AP)[)）】\]]\s*/,
      '（潮声社北岸镇27日电） 渡轮周五复航。',
    ],
    [
      'zh',
      /(?:路透|法新|中央|新华|新華|美联|美聯|共同|韩联|韓聯)社?[^\s，。]{0,14}\d{1,2}日?\s?(?:[电電讯訊]|综合[电電])?\s?[-—–:：]+\s*/,
      '路透北岸11月27日 - 渡轮周五复航。',
    ],
  ],
  { before: '^', flags: '' },
);

/** A paragraph that is the byline, or begins with it. */
export const bylines = phraseTable(
  [
    [
      'zh',
      /[(（]?(?:文|图|圖|摄影|攝影|作者|记者|記者|编辑|編輯|责编|責編|翻译|翻譯|译者|譯者|来源|來源|撰文|采访|採訪)\s?[/／:：|｜]/,
      '文／林溪　摄影：张柳',
    ],
    ['en', /By [A-Z][\w.'’-]+(?:,? (?:and |& )?[A-Z][\w.'’-]+){0,6}$/, 'By Ada Moor and J. Brandt'],
  ],
  { before: '^', flags: '' },
);

/** A remark of the editors about the text that follows. */
export const remarks = phraseTable(
  [
    ['zh', /编者按|編者按/, '潮声编者按：题目为编者所加。'],
    ['zh', /编者注|編者注/, '编者注：题目为编者所加。'],
    ['zh', /按语|按語/, '按语：题目为编者所加。'],
    ['en', /Editor['’]s note/, 'Editor’s note: the headline is ours.'],
  ],
  { before: '^.{0,8}' },
);
