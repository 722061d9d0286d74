const asks =
  /[?？]|吗|呢$|么$|什么|啥|怎么|怎样|如何|为何|为什么|哪|几[个条项家年月日次时]|多少|多久|多大|是否|能否|可否|是不是|能不能|可不可以|有没有|要不要|谁|何时|请问|求问|\b(what|when|where|which|who|whom|why|how|is|are|does|do|can|could|may|must|should)\b/i

const thanks =
  /^(谢谢|多谢|感谢|辛苦|好的?|收到|明白|了解|知道|懂|嗯|哦|噢|行|可以|没问题|赞|棒|ok|okay|thanks|thank you|thx|got it|noted|great)+[了啦呀啊哈您你大家\s!！。.~～，,]*$/iu

const word = /[\p{L}\p{N}]/u

/** True where a sentence asks something. Pure, and rather silent than talkative: nobody called the bot. */
export function isQuestion(text: string): boolean {
  return word.test(text) && !isAcknowledgement(text) && asks.test(text)
}

/** Thanks, a nod or signs alone: nothing to answer. Pure. */
export function isAcknowledgement(text: string): boolean {
  return (
    !word.test(text) ||
    text
      .trim()
      .split(/[，,。.！!\s]+/)
      .filter((it) => it !== '')
      .every((it) => thanks.test(it))
  )
}
