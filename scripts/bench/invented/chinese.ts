import type { Dice } from './dice.ts';
import { type Voice, words } from './voice.ts';

const characters = (text: string) => words([...text].join(' '));

/** A thing combines one of each, such as 雾桥 or 盐市: enough that texts are hardly more similar than real news. */
const before = characters(
  '潮灯木石云雾雨雪风山水河湖海岛滩岸港渡船帆桨锚网鱼虾贝盐沙泥草叶花果根枝林竹松柏梅兰菊桃李杏梨枣栗麦稻粟豆瓜菜茶米面糖油醋酱春夏秋冬晨暮星月霜露冰泉溪谷岭坡崖洞田园圃塘井渠闸堤鹤雁燕鹭鸥雀鹿兔牛羊马驼',
);
const after = characters(
  '楼阁亭台塔院墙门窗梯廊街巷路道坊市铺店摊库仓场站牌钟鼓琴笛书信纸笔墨砚图画册页镜伞帽衣袍鞋袜针线布绸棉麻桥车轮轴梁柱瓦砖席垫篮筐箱柜架桌椅凳床灶炉锅碗盘杯壶瓶罐桶缸匙勺秤尺锁钥铃哨旗幡',
);
const places = words(
  '瑟兰 云渡 海棠湾 三汊口 白石镇 长汀角 灰雁岛 青梅岭 十里浦 望潮台 南渡 北渡 石斛 芦花荡 乌桕村 半山亭 星子矶 落霞坡',
);
const surnames = characters('林沈陆顾江秦许范苏叶温岑柏骆');
const given = characters('远清禾岸舟砚之微澜屿川牧棠闻言亦然初晴朗');
const verbs = words(
  '开放 搬走 修好 换上 送来 记下 数过 推迟 提前 关闭 借出 归还 重画 称量 寄出 收到 挂起 拆下 擦亮 补齐 试用 停用 加固 清点 移栽 晾晒 租下 让出 登记 公布 商量 核对 展出 封存 打捞 运往 绕过 遇见 看守 照看',
);
const links = words('不过 同时 后来 据说 因此 另外 照例 果然 起初 随后 至于 只是');
const people = words('船员 馆员 店主 学徒 邮差 渔民 园丁 守塔人 老师 木匠 乘客 邻居');
const units = words('座 条 只 封 张 箱 件 次 户 名 盏 辆');

const thing = (dice: Dice) => dice.pick(before) + dice.pick(after);
const number = (dice: Dice) => String(2 + dice.below(dice.chance(0.2) ? 9000 : 60));

function clause(dice: Dice): string {
  switch (dice.below(5)) {
    case 0:
      return `${thing(dice)}旁的${dice.pick(people)}${dice.pick(verbs)}了${number(dice)}${dice.pick(units)}${thing(dice)}`;
    case 1:
      return `${dice.pick(places)}的${thing(dice)}和${thing(dice)}要到${1 + dice.below(12)}月${1 + dice.below(28)}日才${dice.pick(verbs)}`;
    case 2:
      return `${dice.pick(people)}说，${thing(dice)}比去年多了${number(dice)}${dice.pick(units)}，${thing(dice)}却少了`;
    case 3:
      return `${thing(dice)}${dice.pick(verbs)}之前，谁也没有${dice.pick(verbs)}${thing(dice)}`;
    default:
      return `“${thing(dice)}可以${dice.pick(verbs)}，${thing(dice)}不行，”${surname(dice)}说`;
  }
}

const surname = (dice: Dice) => dice.pick(surnames) + dice.pick(given) + dice.pick(given);

export const chinese: Voice = {
  language: 'zh-Hans',
  space: '',
  event: (dice) => `${dice.pick(places)}${thing(dice)}${dice.pick(verbs)}`,
  headline: (event, dice) => `${event}，${dice.pick(people)}${dice.pick(verbs)}${thing(dice)}`,
  sentence: (dice) => `${clause(dice)}，${dice.pick(links)}${clause(dice)}。`,
  person: surname,
};
