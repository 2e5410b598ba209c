/**
 * What Chinese media write in different ways, one thing a row, as `fold` leaves it: the mainland first, then Taiwan,
 * Hong Kong and abroad, then the Latin spelling where texts use it alone. Cities, states and wordings follow the
 * tables of OpenCC for Taiwan and Hong Kong (https://github.com/BYVoid/OpenCC, Apache-2.0), names of persons and
 * organisations the media themselves. Only what stands in news often and means one thing; countries are in places.ts.
 */
const rows = `
trump 特朗普|川普
obama 奥巴马|欧巴马
pompeo 蓬佩奥|庞培欧|庞佩奥
pelosi 佩洛西|裴洛西
hillary 希拉里|希拉蕊|希拉莉
rubio 鲁比奥|卢比奥|鲁比欧
bolton 博尔顿|波顿
zuckerberg 扎克伯格|祖克柏|朱克伯格
putin 普京|普丁|普廷|蒲亭
zelensky 泽连斯基|泽伦斯基|zelenskyy
merkel 默克尔|梅克尔
scholz 朔尔茨|萧兹|肖尔茨
macron 马克龙|马克宏
sunak 苏纳克|辛伟诚
starmer 斯塔默|施凯尔|施纪贤
netanyahu 内塔尼亚胡|纳坦雅胡|尼坦雅胡
erdogan 埃尔多安|艾尔段|埃尔多根
bolsonaro 博索纳罗|波索纳洛
duterte 杜特尔特|杜特蒂
trudeau 特鲁多|杜鲁道
morrison 莫里森|莫理森
albanese 阿尔巴尼斯|艾班尼斯
suukyi 昂山素季|翁山苏姬|昂山素姬
pope 教皇|教宗
hamas 哈马斯|哈玛斯
taliban 塔利班|塔里班
alqaeda 基地组织|盖达组织|阿尔盖达组织
sydney 悉尼|雪梨
canberra 堪培拉|坎培拉
brisbane 布里斯班|布里斯本
wellington 惠灵顿|威灵顿
sanfrancisco 旧金山|三藩市|san francisco
houston 休斯敦|休斯顿|休士顿
neworleans 新奥尔良|纽奥良|new orleans
texas 得克萨斯|德克萨斯|得州|德州
california 加利福尼亚|加州
florida 佛罗里达|佛州
newjersey 新泽西|纽泽西|new jersey
michigan 密歇根|密西根
montreal 蒙特利尔|蒙特娄|满地可
cannes 戛纳|坎城
dubai 迪拜|杜拜
doha 多哈|杜哈
gaza 加沙|加萨|迦萨
johannesburg 约翰内斯堡|约翰尼斯堡
nairobi 内罗毕|奈洛比
istanbul 伊斯坦布尔|伊斯坦堡
naples 那不勒斯|拿坡里
florence 佛罗伦萨|佛罗伦斯
barcelona 巴塞罗那|巴塞隆纳|巴塞隆拿
odessa 敖德萨|敖得萨
kashmir 克什米尔|喀什米尔
southchinasea 南中国海|南海|south china sea
diaoyu 钓鱼岛|钓鱼台|尖阁
vladivostok 符拉迪沃斯托克|海参崴
louvre 卢浮宫|罗浮宫
hollywood 好莱坞|荷里活
siliconvalley 硅谷|矽谷|silicon valley
worldhealth 世界卫生组织|世卫组织|世卫|world health organization
worldtrade 世界贸易组织|世贸组织|world trade organization
imf 国际货币基金组织|国际货币基金|international monetary fund
nato 北大西洋公约组织|北约组织|北约
asean 东盟|东协|亚细安
federalreserve 联邦储备委员会|联邦准备理事会|联邦储备理事会|美联储|联准会|联储局|federal reserve
ecb 欧洲中央银行|欧洲央行|european central bank
cia 中央情报局|中情局
fbi 联邦调查局
pentagon 五角大楼|五角大厦
facebook 脸书|面书
twitter 推特
google 谷歌
microsoft 微软
uber 优步
tesla 特斯拉
nvidia 英伟达|辉达
intel 英特尔
qualcomm 高通
boeing 波音
airbus 空中客车|空中巴士|空客
tiktok 抖音
remdesivir 瑞德西韦
covid 冠状病毒疾病|冠状病毒|新冠肺炎|新冠病毒|武汉肺炎|新冠|covid-19
missile 导弹|飞弹
carrier 航空母舰|航母|航舰
drone 无人驾驶飞机|无人飞机|无人机
chip 芯片|晶片
taxi 出租车|计程车|的士
bus 公共汽车|公交车|巴士|公车
metro 地铁|捷运
dengue 登革热|骨痛热症
olympics 奥林匹克运动会|奥运会|奥运|olympic
`;

const standard = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [, term = '', wordings = ''] = /^(\S+) (.+)$/.exec(row) ?? [];
      return wordings.split('|').map((wording): [string, string] => [wording, term]);
    }),
);
const longestFirst = [...standard.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const han = longestFirst.filter((wording) => !/^[a-z]/.test(wording));
const latin = longestFirst.filter((wording) => /^[a-z]/.test(wording));
const wordings = new RegExp(
  `${han.join('|')}|(?<![\\p{L}\\p{N}])(?:${latin.join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** A folded text with one wording for each thing that has several. */
export function oneWording(folded: string): string {
  return folded.replace(wordings, (found) => ` ${standard.get(found) ?? found} `);
}
