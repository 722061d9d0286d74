import { squeeze } from '../answer/quote.ts'

/** A colleague's sentence is shorter. Characters. */
const longest = 220

/** What no answer holds, whatever the passage says: addresses, mentions, markup, talk to a model. */
export function faultOfForm(sentence: string): string | undefined {
  if (squeeze(sentence).length > longest) return 'too long for one sentence'
  if (/https?:|www\.|:\/\/|[<>@`|{}]|\]\(|\*\*/iu.test(sentence))
    return 'holds an address, a mention or markup'
  if (/^[\s、，,。.；;：:）)】」』”·]/u.test(sentence)) return 'begins in the middle of a sentence'
  if (speaksToModel(sentence)) return 'speaks to the model'
  return undefined
}

/** Words in a document that are meant for a model and not for people: they are never quoted. */
export function speaksToModel(text: string): boolean {
  return talk.test(text) || orders.some((it) => it.test(text))
}

const machine =
  '(?:AI|人工智能|智能)?(?:助理|助手|智能体|机器人|客服)|(?:大|语言|智能)模型|聊天程序|问答(?:程序|系统)|chatbot|assistant'
const tells = '告诉|告知|答复|回复|回答|转告|应答|作答|宣布|声称|reply|answer|tell'

/** Whoever answers questions is told what to say. */
const orders: readonly RegExp[] = [
  new RegExp(`(?:${machine})[^。]{0,20}(?:${tells})`, 'iu'),
  new RegExp(`(?:${tells})[^。]{0,12}(?:${machine})`, 'iu'),
  /(?:一概|一律|统统|全都)(?:都|要|须|应)?(?:按|照)?[^。]{0,6}(?:答复|回复|回答|告知|告诉|答|说)/u,
  /(?:答复|回复|回答|作答)[^。]{0,24}(?:即可|就行|就好|就可以)/u,
  /(?:有人|用户|提问者|提问人|对方|谁)(?:来|再|若|如)?(?:问|询问|提问|咨询)[^。]{0,30}(?:答|说|告诉|告知)/u,
]

const talk =
  /(?:忽略|无视|忘记|忘掉|不要理会|覆盖|绕过|抛开)[^。]{0,12}(?:指示|指令|提示|要求|规则|设定|限制|以上|上述|之前|前面)|(?:你|您)(?:现在)?(?:是|扮演|必须|应当|只能|将|要)[^。]{0,20}(?:助手|模型|AI|机器人|输出|回答|回复|扮演)|系统(?:提示|指令|消息)|提示词|越狱|开发者模式|(?:大|语言)模型[^。]{0,10}(?:请|应|须|必须|输出|回答|读到)|(?:回答|回复|输出)(?:时|中|里)?[^。]{0,8}(?:只|仅|一律|必须)[^。]{0,10}(?:输出|回答|回复|说|写)|ignore\s+(?:all\s+|any\s+)?(?:the\s+)?(?:previous|prior|above|earlier)|disregard|system\s*(?:prompt|message)|you\s+are\s+(?:now|an?)\b|(?:as|act\s+as)\s+an?\s+(?:ai|assistant|language\s+model)|jailbreak|developer\s+mode|<\/?\w+[^>]*>|\bDAN\b|new\s+instructions?|override/iu
