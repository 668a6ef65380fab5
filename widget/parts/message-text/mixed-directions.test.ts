import { expect, html } from '@open-wc/testing'
import { part } from '../part.fixture.ts'
import { messageBubble } from '../message-bubble/message-bubble.ts'
import { messageBubbleStyles } from '../message-bubble/message-bubble.styles.ts'
import { formatText } from './format-text.ts'
import { messageTextStyles } from './message-text.styles.ts'

async function arrange(text: string, page: 'ltr' | 'rtl' = 'ltr'): Promise<HTMLElement> {
  for (const { styleSheet } of [messageTextStyles, messageBubbleStyles]) {
    if (styleSheet && !document.adoptedStyleSheets.includes(styleSheet))
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet]
  }
  return part(
    html`<div dir=${page} style="inline-size: 700px">
      ${messageBubble({ text: formatText(text), side: 'in', hasTail: true })}
    </div>`,
  )
}

/** These pieces of what is shown, as the eye meets them from the left to the right. */
function fromTheLeft(element: HTMLElement, pieces: readonly string[]): readonly string[] {
  const left = new Map(pieces.map((piece) => [piece, boxOf(element, piece).left]))
  return pieces.toSorted((a, b) => (left.get(a) ?? 0) - (left.get(b) ?? 0))
}

function boxOf(element: HTMLElement, piece: string): DOMRect {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const start = node.textContent?.indexOf(piece) ?? -1
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + piece.length)
    return range.getBoundingClientRect()
  }
  throw new Error(`“${piece}” is not shown.`)
}

for (const page of ['ltr', 'rtl'] as const) {
  describe(`what is written in two directions, in a ${page} page`, () => {
    it('is a Hebrew sentence with a product’s Latin name in it, which reads by itself', async () => {
      const bubble = await arrange('השולחן Albufera Pro עולה 1,480 שקלים', page)
      expect(fromTheLeft(bubble, ['השולחן', 'Albufera', 'Pro', 'עולה', '1,480', 'שקלים'])).to.deep.equal([
        'שקלים',
        '1,480',
        'עולה',
        'Albufera',
        'Pro',
        'השולחן',
      ])
    })

    it('is an Arabic question whose mark stands at its end, on the left', async () => {
      const bubble = await arrange('مرحبا، هل سعر Albufera هو 25.50€؟', page)
      expect(fromTheLeft(bubble, ['مرحبا', 'Albufera', '؟'])).to.deep.equal(['؟', 'Albufera', 'مرحبا'])
    })

    it('is an address in an Arabic sentence, from its left end to its right one', async () => {
      const bubble = await arrange('انظر https://olmo.example/mesas?color=roble للمزيد', page)
      expect(fromTheLeft(bubble, ['انظر', 'https:', 'olmo', '/mesas', 'color', 'للمزيد'])).to.deep.equal([
        'للمزيد',
        'https:',
        'olmo',
        '/mesas',
        'color',
        'انظر',
      ])
    })

    it('is a phone number in an Arabic sentence, in the order in which it is dialled', async () => {
      const bubble = await arrange('اتصل بنا على +34 600 111 222 اليوم', page)
      const groups = ['+34', '600', '111', '222']
      expect(fromTheLeft(bubble, groups)).to.deep.equal(groups)
    })

    it('is a Latin sentence with an Arabic word in it, brackets and all', async () => {
      const bubble = await arrange('hola مرحبا (test) 123', page)
      expect(fromTheLeft(bubble, ['hola', 'مرحبا', '(test)', '123'])).to.deep.equal([
        'hola',
        'مرحبا',
        '(test)',
        '123',
      ])
    })

    it('is line by line on the side of its own language', async () => {
      const bubble = await arrange('¿Cuánto cuesta?\nكم السعر؟', page)
      const frame = bubble.querySelector('.text')?.getBoundingClientRect() ?? new DOMRect()
      expect(boxOf(bubble, '¿Cuánto').left - frame.left).to.be.lessThan(2)
      expect(frame.right - boxOf(bubble, 'كم').right).to.be.lessThan(2)
    })

    it('is an emoji before an Arabic word, which decides', async () => {
      const bubble = await arrange('🙂 شكرا', page)
      expect(fromTheLeft(bubble, ['🙂', 'شكرا'])).to.deep.equal(['شكرا', '🙂'])
    })
  })
}
