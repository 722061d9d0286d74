/** The turns of phrase of which spoken.ts and gist.ts are made, as sources of regular expressions. */

/** Who speaks for a zone: 我们, 俺们县, 咱这儿, 本市. */
export const us =
  '(?:(?:我们?|俺们?|咱们?|本)(?:这边|这里|这儿|这地方|那边|那儿|区|县|市|镇|乡|村|州|旗|实验区|单位|办公室)|俺们?|咱们?这?|我们?)'

/** 想知道, 想问 ask for words; what is wished for here is done with hands. */
export const wish =
  '(?:现在|今年|最近|目前|正|也|很|一直|都)*(?:想|要|打算|准备|希望|需要|急需|正在|计划)(?!知道|了解|问|查|咨询|确认|看看|看一下|弄清|搞清|参加|报名|听)'

/** What somebody says before they come to it. */
export const opener =
  '(?:(?:大家好|各位(?:领导|老师|同行|同志)?好?|你好|您好|请问(?:一下)?|请教(?:一下)?|(?:想)?(?:求助|请教|求教)(?:一下|大家|各位)?|急)[，,：:！!。\\s]*)'

/** 做过, 治过: what whoever is looked for has done. */
export const did =
  '(?:(?:做|干|搞|弄|试|治|治理|整治|建|种|养|用|管|碰到|遇到|办|修复|修|处理|解决|改造)过|(?:做|搞|弄|治|办|建)(?:好|成)了)'

/** Work with hands. 会, 能 and 懂 need one of these after them: 谁会来 and 谁能批 ask what happens. */
export const hands = '(?:治|搞|做|弄|种|养|修|建|管好|处理|解决|回收|改造|恢复)'

/** 好, said of work: 搞得好, 弄得不错. */
export const wellDone =
  '(?:(?:搞|做|弄|治|干|管|办|处理|修|建|种|养)(?:得|的)(?:比较|挺|很|最|特别)?(?:好|不错|成功|像样|漂亮))'

/** 有经验, 有好法子. */
export const ways =
  '(?:有(?:什么|啥|没有)?(?:好|高|妙|土)?(?:经验|办法|法子|招数?|主意|点子|门路|路子|做法|技术|专家|团队|师傅))'

/** Somebody to ask. */
export const whom =
  '(?:有没有|有谁|谁家|谁|哪个|哪家|哪里|哪儿|哪些|哪位|求|找|跟谁|向谁|请|帮忙|帮我们|给我们)'

/** What is hoped of them. */
export const doers = `(?:${did}|${wellDone}|${ways}|做成|懂行|懂|会${hands}?|经验|能帮|能治|能教|帮忙|帮得上|合作|技术|专家|团队|师傅|兄弟(?:单位|实验区|区|县|市)?|实验区|地方|单位|同行|支招|支个招|出主意|指点|指教|介绍|推荐|取经|学|的)`

/** Somebody to look for: 专家, 兄弟单位. */
export const helper =
  '(?:实验区|单位|地方|团队|专家|老师|师傅|技术员|能人|高人|朋友|同行|公司|企业|院所|高校|区县|兄弟(?:单位|实验区|区|县|市)?|区|县|市|人)'

/** What is asked of them beyond that: 学学, 取经, 去看看. */
export const learning =
  '(?:(?:去|来)?(?:取个?经|取取经|学一学|学学|学习|学|请教|拜师|认识|合作|看看|看一看|去看|照着做?)(?:一下|一趟)?)'

/** Who looks for somebody without saying who: 有做过的吗, 求支招, 想取取经. */
export const looksAround = `(?:有(?:没有)?(?:人|谁)?(?:${did}|懂|会|有?经验|${wellDone})的?${helper}?(?:吗|嘛|么|没|没有)?|有没有(?:人|谁)?.{0,8}${wellDone}的?${helper}?|${ways}的${helper}(?:吗|嘛|么)?|有人(?:收|要|会|懂|做)吗|求(?:大家|各位|高手|高人|兄弟单位)?(?:支个?招|指点|指教|经验|带|帮助|帮忙|介绍|推荐|高招|合作)|(?:想|要|求)(?:跟|向|去|到)?.{0,6}(?:取个?经|取取经|学一学|学学|请教|拜师)(?:一下)?|(?:跟|向|找|去)(?:谁|哪家|哪里|哪儿)(?:家)?(?:学|取经|请教))`

/** Where a clause ends. */
export const next = '[，,。；;!！?？：:\\s]'

/** What whoever could use an offer does. */
export const wanted = '(?:需要|想要|用得上|感兴趣|想学|想看|要)'
