/**
 * Words that the mainland, Taiwan and Hong Kong have each their own for, and the short forms of long ones: one thing
 * a row, as `wordings.ts` reads it. After the tables of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0); only
 * what stands in news often and means one thing on either side.
 */
export const regionalWords = `
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
information 信息|资讯
network 网络|网路
internet 互联网|网际网路|网际网络
video 视频|视讯|视像
software 软件|软体
hacker 黑客|骇客
digital 数字化|数位化|数码化
blog 博客|部落格
astronaut 宇航员|航天员|太空人
spaceflight 航天|航太|太空
shuttle 航天飞机|太空梭|穿梭机
laser 激光|雷射|镭射
kindergarten 幼儿园|幼稚园
motorbike 摩托车|电单车
bicycle 自行车|脚踏车|单车
truck 卡车|货车
container 集装箱|货柜
landslide 泥石流|土石流|山泥倾泻
sandstorm 沙尘暴|沙暴
influenza 流感|流行性感冒
sars 非典型肺炎|非典|沙士
hivaids 艾滋病|爱滋病|艾滋|爱滋
acidtest 核酸检测|核酸检验
ventilator 呼吸机|呼吸器
senate 参议院|参院
representatives 众议院|众院
peoplescongress 全国人民代表大会|全国人大
consultative 全国政协|政协
ccp 中国共产党|中共
pla 中国人民解放军|解放军
uyghur 维吾尔族|维吾尔人|维吾尔|维族|uighur
chiefexecutive 行政长官|特首
liaisonoffice 中央人民政府驻香港联络办公室|中联办
extraditionbill 逃犯条例|送中条例
stockmarket 股市|股票市场
ipo 首次公开募股|首次公开招股|首次公开发行
gdp 国内生产总值|国内生产毛额|本地生产总值
cpi 消费者物价指数|居民消费价格指数|消费物价指数
pmi 采购经理人指数|采购经理指数
embassy 大使馆|使馆
consulate 领事馆|领馆
`;
