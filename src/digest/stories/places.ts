/**
 * Countries and territories, one a row: a code of two letters, the Chinese names (simplified, as `fold` leaves
 * them, with the wordings of the mainland, Hong Kong and Taiwan), the English names and adjectives. A name stands
 * for its code wherever it is compared, so `澳洲`, `澳大利亚` and `Australian` are one word.
 */
const rows = `
ae 阿联酋|阿拉伯联合酋长国 emirates|united arab emirates|uae|emirati
af 阿富汗 afghanistan|afghan
al 阿尔巴尼亚 albania|albanian
am 亚美尼亚 armenia|armenian
ao 安哥拉 angola|angolan
ar 阿根廷 argentina|argentine|argentinian
at 奥地利 austria|austrian
au 澳大利亚|澳洲 australia|australian
az 阿塞拜疆|亚塞拜然 azerbaijan|azerbaijani
ba 波黑|波斯尼亚 bosnia|bosnian
bd 孟加拉国|孟加拉 bangladesh|bangladeshi
be 比利时 belgium|belgian
bg 保加利亚 bulgaria|bulgarian
bh 巴林 bahrain|bahraini
bo 玻利维亚 bolivia|bolivian
br 巴西 brazil|brazilian
bt 不丹 bhutan|bhutanese
bw 博茨瓦纳|波札那 botswana
by 白俄罗斯 belarus|belarusian
ca 加拿大|加国 canada|canadian
cd 刚果 congo|congolese
ch 瑞士 switzerland|swiss
ci 科特迪瓦|象牙海岸 ivory coast|ivorian
cl 智利 chile|chilean
cm 喀麦隆 cameroon|cameroonian
co 哥伦比亚 colombia|colombian
cr 哥斯达黎加|哥斯大黎加 costa rica|costa rican
cu 古巴 cuba|cuban
cy 塞浦路斯|赛普勒斯 cyprus|cypriot
cz 捷克 czech|czechia|czech republic
de 德国 germany|german
dk 丹麦 denmark|danish
do 多米尼加|多明尼加 dominican
dz 阿尔及利亚 algeria|algerian
ec 厄瓜多尔|厄瓜多 ecuador|ecuadorian
ee 爱沙尼亚 estonia|estonian
eg 埃及 egypt|egyptian
es 西班牙 spain|spanish
et 埃塞俄比亚|衣索比亚 ethiopia|ethiopian
eu 欧盟 european union|eu
fi 芬兰 finland|finnish
fj 斐济 fiji|fijian
fr 法国 france|french
gb 英国 britain|british|united kingdom|uk
ge 格鲁吉亚 georgian
gh 加纳|迦纳 ghana|ghanaian
gr 希腊 greece|greek
gt 危地马拉|瓜地马拉 guatemala|guatemalan
hk 香港 hong kong
hn 洪都拉斯|宏都拉斯 honduras|honduran
hr 克罗地亚|克罗埃西亚 croatia|croatian
ht 海地 haiti|haitian
hu 匈牙利 hungary|hungarian
id 印度尼西亚|印尼 indonesia|indonesian
ie 爱尔兰 ireland|irish
il 以色列 israel|israeli
in 印度 india|indian
iq 伊拉克 iraq|iraqi
ir 伊朗 iran|iranian
is 冰岛 iceland|icelandic
it 意大利|义大利 italy|italian
jm 牙买加 jamaica|jamaican
jo 约旦 jordan|jordanian
jp 日本 japan|japanese
ke 肯尼亚|肯亚 kenya|kenyan
kg 吉尔吉斯 kyrgyzstan|kyrgyz
kh 柬埔寨 cambodia|cambodian
kp 朝鲜|北韩 north korea|north korean
kr 韩国|南韩 south korea|south korean
kw 科威特 kuwait|kuwaiti
kz 哈萨克 kazakhstan|kazakh
la 老挝|寮国 laos|laotian
lb 黎巴嫩 lebanon|lebanese
lk 斯里兰卡 sri lanka|sri lankan
lt 立陶宛 lithuania|lithuanian
lu 卢森堡 luxembourg
lv 拉脱维亚 latvia|latvian
ly 利比亚 libya|libyan
ma 摩洛哥 morocco|moroccan
md 摩尔多瓦|摩尔达瓦 moldova|moldovan
mg 马达加斯加 madagascar
mk 北马其顿 north macedonia
ml 马里 mali|malian
mm 缅甸 myanmar|burma|burmese
mn 蒙古国 mongolia|mongolian
mo 澳门 macau|macao
mt 马耳他|马尔他 malta|maltese
mv 马尔代夫|马尔地夫 maldives
mx 墨西哥 mexico|mexican
my 马来西亚 malaysia|malaysian
mz 莫桑比克|莫三比克 mozambique
na 纳米比亚 namibia|namibian
ng 尼日利亚|奈及利亚 nigeria|nigerian
ni 尼加拉瓜 nicaragua|nicaraguan
nl 荷兰 netherlands|dutch
no 挪威 norway|norwegian
np 尼泊尔 nepal|nepalese
nz 新西兰|纽西兰 new zealand
om 阿曼 oman|omani
pa 巴拿马 panama|panamanian
pe 秘鲁 peru|peruvian
pg 巴布亚新几内亚|巴布亚纽几内亚 papua new guinea
ph 菲律宾 philippines|philippine|filipino
pk 巴基斯坦 pakistan|pakistani
pl 波兰 poland|polish
ps 巴勒斯坦 palestine|palestinian
pt 葡萄牙 portugal|portuguese
py 巴拉圭 paraguay|paraguayan
qa 卡塔尔|卡达 qatar|qatari
ro 罗马尼亚 romania|romanian
rs 塞尔维亚 serbia|serbian
ru 俄罗斯|俄国 russia|russian
rw 卢旺达|卢安达 rwanda|rwandan
sa 沙特阿拉伯|沙乌地阿拉伯|沙特|沙国 saudi arabia|saudi
sb 所罗门群岛|索罗门群岛 solomon islands
sd 苏丹 sudan|sudanese
se 瑞典 sweden|swedish
sg 新加坡|星国 singapore|singaporean
si 斯洛文尼亚|斯洛维尼亚 slovenia|slovenian
sk 斯洛伐克 slovakia|slovak
sn 塞内加尔 senegal|senegalese
so 索马里|索马利亚 somalia|somali
ss 南苏丹 south sudan
sv 萨尔瓦多 el salvador|salvadoran
sy 叙利亚 syria|syrian
td 乍得|查德 chad|chadian
th 泰国 thailand|thai
tj 塔吉克 tajikistan|tajik
tm 土库曼 turkmenistan|turkmen
tn 突尼斯|突尼西亚 tunisia|tunisian
tr 土耳其 turkey|turkish|turkiye
tw 台湾 taiwan|taiwanese
tz 坦桑尼亚|坦尚尼亚 tanzania|tanzanian
ua 乌克兰 ukraine|ukrainian
ug 乌干达 uganda|ugandan
us 美国 united states|american|usa
uy 乌拉圭 uruguay|uruguayan
uz 乌兹别克 uzbekistan|uzbek
ve 委内瑞拉 venezuela|venezuelan
vn 越南 vietnam|vietnamese
ye 也门|叶门 yemen|yemeni
za 南非 south africa|south african
zm 赞比亚|尚比亚 zambia|zambian
zw 津巴布韦|辛巴威 zimbabwe|zimbabwean
`;

/** Names that hold the name of another place. */
const others = ['马里兰', '约旦河', '苏丹王', '印度洋', '日本海', '墨西哥州', '新墨西哥', 'new mexico'];

const codes = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [, code = '', chinese = '', english = ''] = /^(\S+) (\S+) (.+)$/.exec(row) ?? [];
      return [...chinese.split('|'), ...english.split('|')].map((name): [string, string] => [name, code]);
    }),
);
const longestFirst = [...codes.keys(), ...others].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const han = longestFirst.filter((name) => !/^[a-z]/.test(name));
const latin = longestFirst.filter((name) => /^[a-z]/.test(name));
const names = new RegExp(
  `${han.join('|')}|(?<![\\p{L}\\p{N}])(?:${latin.join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Sign in front of a place's code in a text that `markPlaces` has been over. */
export const placeSign = '@';

/** A folded text with the name of each place replaced by its sign and code (`@au`); other signs become blanks. */
export function markPlaces(folded: string): string {
  return folded.replaceAll(placeSign, ' ').replace(names, (name) => {
    const code = codes.get(name);
    return code === undefined ? name : ` ${placeSign}${code} `;
  });
}
