/**
 * Persons, places, bodies and firms that stand in news often, and the names that Chinese media give them: one a row,
 * as `wordings.ts` reads it. Cities and states follow the tables of OpenCC for Taiwan and Hong Kong
 * (https://github.com/BYVoid/OpenCC, Apache-2.0), persons and organisations the media themselves. Countries are in
 * `places.ts`. A name that is part of common words, as 道指 is of 报道指出, is left out.
 */
export const knownNames = `
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
biden 拜登
clinton 克林顿|柯林顿
bush 布什|布希|布殊
reagan 里根|雷根|列根
kissinger 基辛格|季辛吉
pence 彭斯|潘斯
mnuchin 姆努钦|梅努钦|努钦
lighthizer 莱特希泽|莱特海泽|莱特西泽
navarro 纳瓦罗|纳法洛
esper 埃斯珀|艾斯培
mcconnell 麦康奈尔|麦康诺
schumer 舒默|舒莫
menendez 梅嫩德斯|梅南德兹
romney 罗姆尼|罗穆尼
newsom 纽森|纽瑟姆
fauci 福奇|佛奇|弗契
powell 鲍威尔|鲍尔
yellen 耶伦|叶伦
blinken 布林肯
sullivan 沙利文|苏利文
lavrov 拉夫罗夫|拉夫洛夫
medvedev 梅德韦杰夫|梅德维杰夫|麦维德夫
navalny 纳瓦利内|纳瓦尔尼|纳瓦里尼|纳瓦尼
lukashenko 卢卡申科|卢卡申柯
gorbachev 戈尔巴乔夫|戈巴契夫|戈巴卓夫
yeltsin 叶利钦|叶尔钦
johnson 约翰逊|庄汉生
truss 特拉斯|卓慧思
cameron 卡梅伦|卡麦隆|甘民乐
corbyn 科尔宾|柯宾|郝尔彬
thatcher 撒切尔|柴契尔|戴卓尔
blair 布莱尔|贝理雅
sarkozy 萨科齐|萨尔柯吉|萨科奇
hollande 奥朗德|欧兰德
lepen 勒庞|勒朋
vonderleyen 冯德莱恩|范德赖恩|冯德赖恩
borrell 博雷利|波瑞尔|博雷尔
lagarde 拉加德|拉嘉德
draghi 德拉吉|德拉基
berlusconi 贝卢斯科尼|贝鲁斯柯尼
orban 欧尔班|奥尔班|奥班
stoltenberg 斯托尔滕贝格|史托腾柏格|施托尔滕贝格
guterres 古特雷斯|古特瑞斯|古铁雷斯
bachelet 巴切莱特|巴舍莱|巴切勒特
tedros 谭德塞
assad 阿萨德|阿塞德
khamenei 哈梅内伊|哈米尼
rouhani 鲁哈尼|罗哈尼
soleimani 苏莱曼尼|苏雷曼尼
khashoggi 卡舒吉|哈绍吉|卡肖吉|哈苏吉
gantz 甘茨|甘兹
maduro 马杜罗|马度洛
guaido 瓜伊多|瓜依多
lula 卢拉|鲁拉
mandela 曼德拉
mugabe 穆加贝|穆加比
zuma 祖马|朱玛
ramaphosa 拉马福萨|拉玛佛沙
modi 莫迪
jaishankar 苏杰生|贾尚卡尔
mahathir 马哈蒂尔|马哈地|马哈迪
muhyiddin 穆希丁|慕尤丁
widodo 佐科|维多多
prayuth 巴育|帕拉育
ardern 阿德恩|阿尔登
abe 安倍晋三|安倍
snowden 斯诺登|史诺登
assange 阿桑奇|亚桑杰
musk 马斯克
bezos 贝索斯|贝佐斯
billgates 比尔·盖茨|比尔盖茨|盖茨|盖兹
buffett 巴菲特|毕非德
soros 索罗斯
floyd 弗洛伊德|佛洛伊德|弗罗伊德
djokovic 德约科维奇|乔科维奇|祖高域
nadal 纳达尔|拿度
federer 费德勒|费达拿
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
melbourne 墨尔本|墨尔钵
losangeles 洛杉矶|los angeles
hawaii 夏威夷
georgiastate 乔治亚州|佐治亚州
pennsylvania 宾夕法尼亚|宾州
arizona 亚利桑那|亚利桑纳|亚历桑那
massachusetts 马萨诸塞|麻萨诸塞|麻省|麻州
wisconsin 威斯康星|威斯康辛
connecticut 康涅狄格|康乃狄克|康州
oregon 俄勒冈|奥勒冈
minneapolis 明尼阿波利斯|明尼亚波利斯|明尼亚波里斯
virginia 弗吉尼亚|维吉尼亚|维珍尼亚
vancouver 温哥华
toronto 多伦多
ottawa 渥太华
newdelhi 新德里|new delhi
mumbai 孟买
karachi 卡拉奇|喀拉蚩
kathmandu 加德满都
jakarta 雅加达
kremlin 克里姆林宫|克里姆林
chernobyl 切尔诺贝利|车诺比
crimea 克里米亚
geneva 日内瓦
munich 慕尼黑
frankfurt 法兰克福
venice 威尼斯
beirut 贝鲁特
damascus 大马士革
baghdad 巴格达
tehran 德黑兰
riyadh 利雅得|利雅德
jerusalem 耶路撒冷
westbank 约旦河西岸地区|约旦河西岸|west bank
golan 戈兰高地|golan heights
hormuz 霍尔木兹海峡|霍尔木兹|荷莫兹|荷姆兹
himalaya 喜马拉雅
ladakh 拉达克
paracel 西沙群岛|西沙
spratly 南沙群岛
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
opec 石油输出国组织|欧佩克
securitycouncil 联合国安全理事会|联合国安理会|安理会|security council
hrw 人权观察|human rights watch
amnesty 国际特赦组织|大赦国际|特赦组织
rsf 无国界记者组织|无国界记者|无疆界记者
nasa 国家航空航天局|美国宇航局|美国航天局|美国太空总署|航太总署
fcc 联邦通信委员会|联邦通讯委员会
fda 食品药品监督管理局|食品和药物管理局|食品药物管理局
cdc 疾病控制与预防中心|疾病控制和预防中心|疾病预防控制中心|疾病管制与预防中心|疾病管制中心|疾控中心|疾管中心
whitehouse 白宫|white house
supremecourt 最高法院|supreme court
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
wallstreet 华尔街|wall street
dowjones 道琼斯|道琼|dow jones
nasdaq 纳斯达克|那斯达克|纳指
standardpoor 标准普尔|标普
hangseng 恒生指数|恒指|hang seng
nytimes 纽约时报|纽时|new york times
wsj 华尔街日报|wall street journal
washingtonpost 华盛顿邮报|华邮|washington post
financialtimes 金融时报|financial times
guardian 卫报
bloomberg 彭博社|彭博新闻|彭博
huawei 华为
zte 中兴通讯
apple 苹果公司
amazon 亚马逊
netflix 奈飞|网飞
youtube 油管
wechat 微信
weibo 微博
bytedance 字节跳动
tencent 腾讯
alibaba 阿里巴巴
foxconn 富士康|鸿海
tsmc 台积电|台湾积体电路
pfizer 辉瑞
moderna 莫德纳
astrazeneca 阿斯利康|阿斯特捷利康
gilead 吉利德
hydroxychloroquine 羟氯喹|羟氯奎宁
daimler 戴姆勒
mercedes 奔驰|宾士
bmw 宝马
porsche 保时捷
volkswagen 大众汽车|福斯汽车
renault 雷诺
toyota 丰田
goldman 高盛
morganstanley 摩根士丹利|大摩|morgan stanley
jpmorgan 摩根大通|小摩
citigroup 花旗集团|花旗
hsbc 汇丰银行|汇丰控股|汇丰
standardchartered 渣打银行|渣打|standard chartered
`;
