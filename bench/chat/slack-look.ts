import { at, avatar, escaped, type Look, listAt, textAt } from './page.ts'

const names: Readonly<Record<string, string>> = { U0BOT: '联盟助手', U0WANG: '王工', U0LI: '李工' }

/** Blocks and views as Slack draws them, near enough to judge them by. */
export const slackLook: Look = {
  name: 'Slack',
  css: `
body { background: #fff; color: #1d1c1d }
h2 { color: #616061; border-top: 1px solid #ddd; padding-top: 8px }
.did { background: #f4ede4; color: #4a3d2b }
.avatar { border-radius: 6px }
.badge { background: #e8e8e8; color: #616061 }
.only { color: #616061 }
.message.only-one { background: #f8f8f8; border-radius: 6px; padding: 6px 8px }
.message.thread { border-left: 2px solid #ddd; padding-left: 10px }
.header { font-size: 18px; font-weight: 800; margin: 4px 0 }
blockquote { border-left: 4px solid #ddd; padding-left: 10px; margin: 4px 0; color: #1d1c1d }
.rich { margin: 4px 0 }
.home .rich { margin: 10px 0 }
.context { color: #616061; font-size: 12.5px; margin: 3px 0 }
code { background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 0 3px; color: #c01343; font-size: 13px }
.mention { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px }
a { color: #1264a3; text-decoration: none }
button { font: inherit; font-weight: 700; font-size: 13px; background: #fff; border: 1px solid #bbb; border-radius: 5px; padding: 3px 12px }
button.primary { background: #007a5a; border-color: #007a5a; color: #fff }
button.danger { background: #fff; border-color: #e01e5a; color: #e01e5a }
td, th { border: 1px solid #ddd }
hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0 }
.modal { background: #fff; border: 1px solid #ddd; box-shadow: 0 4px 14px #0002 }
.modal .field { border: 1px solid #8d8d8d }
.optional, .placeholder { color: #8d8d8d; font-weight: 400 }
.home { border: 1px solid #ddd; border-radius: 8px; padding: 16px 20px }
`,
  message({ who, bot, message, only, inThread, edited }) {
    const blocks = listAt(message, 'blocks')
    const drawn = blocks.length > 0 ? blocks.map(drawBlock).join('') : markup(textAt(message, 'text'))
    const classes = ['message', inThread ? 'thread' : '', only === undefined ? '' : 'only-one'].join(' ')
    const hidden = only === undefined ? '' : `<p class="only">仅 ${escaped(only)} 可见</p>`
    return `<div class="${classes}">${avatar(who, bot)}<div class="body">${hidden}<p><span class="who">${escaped(who)}</span>${
      bot ? '<span class="badge">应用</span>' : ''
    }</p>${drawn}${edited ? '<span class="only">（已编辑）</span>' : ''}</div></div>`
  },
  modal({ view, values }) {
    const inputs = listAt(view, 'blocks').map((it) =>
      textAt(it, 'type') === 'input' ? drawInput(it, values) : drawBlock(it),
    )
    return `<div class="modal"><header>${plain(view, 'title')}</header>${inputs.join('')}<footer><button>${plain(
      view,
      'close',
    )}</button><button class="primary">${plain(view, 'submit')}</button></footer></div>`
  },
  home: (view) => `<div class="home">${listAt(view, 'blocks').map(drawBlock).join('')}</div>`,
}

function drawBlock(block: unknown): string {
  switch (textAt(block, 'type')) {
    case 'header':
      return `<p class="header">${plain(block, 'text')}</p>`
    case 'section':
      return `<p>${textObject(at(block, 'text'))}</p>`
    case 'context':
      return `<p class="context">${listAt(block, 'elements').map(textObject).join(' ')}</p>`
    case 'divider':
      return '<hr>'
    case 'actions':
      return `<div class="buttons">${listAt(block, 'elements').map(drawButton).join('')}</div>`
    case 'rich_text':
      return `<div class="rich">${listAt(block, 'elements').map(richElement).join('')}</div>`
    case 'table':
      return drawTable(block)
    default:
      throw new Error(`a block that nobody draws: ${textAt(block, 'type')}`)
  }
}

const drawButton = (it: unknown): string =>
  `<button class="${escaped(textAt(it, 'style'))}">${plain(it, 'text')}</button>`

function richElement(element: unknown): string {
  const inside = () => listAt(element, 'elements').map(inline).join('')
  switch (textAt(element, 'type')) {
    case 'rich_text_section':
      return `<p>${inside()}</p>`
    case 'rich_text_quote':
      return `<blockquote>${inside()}</blockquote>`
    case 'rich_text_list': {
      const tag = textAt(element, 'style') === 'ordered' ? 'ol' : 'ul'
      const items = listAt(element, 'elements').map(
        (it) => `<li>${listAt(it, 'elements').map(inline).join('')}</li>`,
      )
      return `<${tag}>${items.join('')}</${tag}>`
    }
    default:
      throw new Error(`rich text that nobody draws: ${textAt(element, 'type')}`)
  }
}

function inline(element: unknown): string {
  const text = escaped(textAt(element, 'text'))
  if (textAt(element, 'type') === 'user') return mention(textAt(element, 'user_id'))
  if (textAt(element, 'type') === 'link') return `<a>${text || escaped(textAt(element, 'url'))}</a>`
  const style = at(element, 'style')
  const dressed = at(style, 'code') === true ? `<code>${text}</code>` : text
  return at(style, 'bold') === true ? `<b>${dressed}</b>` : dressed
}

function drawTable(block: unknown): string {
  const rows = Array.isArray(at(block, 'rows')) ? (at(block, 'rows') as readonly (readonly unknown[])[]) : []
  const drawn = rows.map((row, index) => {
    const cells = row.map((it) => {
      const text = escaped(textAt(it, 'text'))
      return index === 0 ? `<th><b>${text}</b></th>` : `<td>${text}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${drawn.join('')}</table>`
}

function drawInput(block: unknown, values: Readonly<Record<string, string>>): string {
  const element = at(block, 'element')
  const given = values[textAt(block, 'block_id')] ?? ''
  const chosen = listAt(element, 'options').find((it) => textAt(it, 'value') === given)
  const value = chosen ? textAt(at(chosen, 'text'), 'text') : given
  const hint = `<span class="placeholder">${plain(element, 'placeholder')}</span>`
  const optional = at(block, 'optional') === true ? ' <span class="optional">（可选）</span>' : ''
  const tall = at(element, 'multiline') === true ? ' tall' : ''
  return `<label>${plain(block, 'label')}${optional}</label><div class="field${tall}">${value === '' ? hint : escaped(value)}</div>`
}

/** The words of a plain_text object. */
const plain = (of: unknown, name: string): string => escaped(textAt(at(of, name), 'text'))

const textObject = (it: unknown): string =>
  textAt(it, 'type') === 'mrkdwn' ? markup(textAt(it, 'text')) : escaped(textAt(it, 'text'))

const mention = (id: string): string => `<span class="mention">@${escaped(names[id] ?? id)}</span>`

/** Slack's older markup, as far as people and the bot write it: mentions and links; the rest is text. */
function markup(text: string): string {
  return text
    .split(/(<@[A-Z0-9]+>|<[^<>|]+\|[^<>]+>)/)
    .map((part) => {
      const person = /^<@([A-Z0-9]+)>$/.exec(part)?.[1]
      if (person) return mention(person)
      const label = /^<[^|]+\|([^>]+)>$/.exec(part)?.[1]
      return label ? `<a>${label}</a>` : part.replaceAll('\n', '<br>')
    })
    .join('')
}
