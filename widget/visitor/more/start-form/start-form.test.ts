import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import type { PublicSite } from '#shared/site.ts'
import { visitorEn } from '../../../i18n/visitor.en.ts'
import { english, inside, part, settled } from '../../../parts/part.fixture.ts'
import { createFakeClient, site } from '../../fake-client.fixture.ts'
import type { ChatStartForm } from './start-form.ts'
import './start-form.ts'

const preChat: NonNullable<PublicSite['preChat']> = {
  fields: [
    { key: 'name', isRequired: true },
    { key: 'email', isRequired: true },
    { key: 'topic', isRequired: false, options: ['A quote', 'My order'] },
  ],
  consent: {
    version: '2',
    text: 'You may keep this chat for 90 days.',
    privacyUrl: 'https://shop.example/privacy',
  },
}
const asking: PublicSite = { ...site, preChat }
const closed: PublicSite = {
  ...site,
  online: false,
  nextOpening: new Date(Date.now() + 86_400_000).toISOString(),
}

async function arrange(of: PublicSite, change: Partial<ChatStartForm> = {}) {
  const fake = createFakeClient()
  const form = await part<ChatStartForm>(
    html`<chat-start-form
      .client=${fake.client}
      .site=${of}
      .l10n=${english}
      .words=${visitorEn}
      .isKnown=${change.isKnown ?? false}
      .draft=${change.draft ?? ''}
    ></chat-start-form>`,
  )
  return { form, ...fake }
}

function fill(form: ChatStartForm, name: string, value: string): void {
  const field = inside(form, `[name="${name}"]`) as HTMLInputElement
  field.value = value
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))
}

function agree(form: ChatStartForm): void {
  inside(form, '[name="consent"]', HTMLInputElement).click()
}

async function submit(form: ChatStartForm): Promise<void> {
  inside(form, '.main').click()
  await settled()
  await form.updateComplete
}

/** A form with fields of the page's own among its. */
async function withExtras(extras: ReturnType<typeof html>) {
  const arranged = await arrange({ ...site, preChat: { fields: [], consent: null } })
  const holder = await fixture<HTMLElement>(html`<div slot="prechat-extra">${extras}</div>`)
  arranged.form.append(holder)
  await arranged.form.updateComplete
  return arranged
}

const errors = (form: ChatStartForm) =>
  [...form.renderRoot.querySelectorAll<HTMLElement>('.error')].map(({ innerText }) => innerText.trim())

describe('chat-start-form', () => {
  for (const [name, of] of [
    ['before a chat', asking],
    ['while the site is closed', closed],
  ] as const) {
    it(`is accessible ${name}, with and without mistakes`, async () => {
      const { form } = await arrange(of)
      await expect(form).to.be.accessible()
      await submit(form)
      await expect(form).to.be.accessible()
    })
  }

  it('says what is missing in words, and goes to the first of it', async () => {
    const { form, asked } = await arrange(asking)
    fill(form, 'email', 'nuria@ferrer')
    await submit(form)
    expect(errors(form)).to.deep.equal([
      visitorEn.required,
      visitorEn.emailWithoutDomain,
      visitorEn.consentNeeded,
    ])
    expect(form.shadowRoot?.activeElement?.getAttribute('name')).to.equal('name')
    const email = inside(form, '[name="email"]')
    expect(email.ariaInvalid).to.equal('true')
    const description = email.getAttribute('aria-describedby') ?? ''
    expect(inside(form, `#${description}`).innerText).to.contain('domain')
    expect(asked).to.deep.equal([])
  })

  it('takes a mistake back as soon as it is put right', async () => {
    const { form } = await arrange(asking)
    await submit(form)
    fill(form, 'name', 'Núria')
    await form.updateComplete
    expect(errors(form)).to.have.lengthOf(2)
  })

  it('says nothing of a field that nobody has been in yet', async () => {
    const { form } = await arrange(asking)
    inside(form, '[name="name"]').focus()
    inside(form, '[name="email"]').focus()
    await form.updateComplete
    expect(errors(form)).to.deep.equal([])
  })

  it('introduces the visitor, with what they agreed to, and is done', async () => {
    const { form, asked } = await arrange(asking)
    fill(form, 'name', ' Núria Ferrer ')
    fill(form, 'email', 'nuria@ferrer.example')
    fill(form, 'topic', 'A quote')
    agree(form)
    setTimeout(() => inside(form, '.main').click())
    await oneEvent(form, 'chat-started')
    expect(asked).to.deep.equal([
      ['openSession'],
      [
        'describe',
        {
          name: 'Núria Ferrer',
          email: 'nuria@ferrer.example',
          topic: 'A quote',
          consent: { version: '2' },
        },
      ],
    ])
  })

  it('keeps everything and says so when it could not be sent', async () => {
    const { form, refuse } = await arrange(asking)
    refuse('describe')
    fill(form, 'name', 'Núria')
    fill(form, 'email', 'nuria@ferrer.example')
    agree(form)
    await submit(form)
    expect(errors(form)).to.deep.equal([visitorEn.notDone])
    expect(inside(form, '[name="name"]', HTMLInputElement).value).to.equal('Núria')
  })

  it('takes a message while the site is closed, and says when it opens', async () => {
    const { form, asked } = await arrange(closed)
    expect(inside(form, '.lead').innerText).to.contain('tomorrow')
    fill(form, 'message', '¿La hacéis en roble?')
    await submit(form)
    expect(asked).to.deep.equal([['send', { content: '¿La hacéis en roble?' }]])
  })

  it('goes on with what was being written, and tells what is', async () => {
    const { form } = await arrange(closed, { draft: 'Hola, qui' })
    expect((inside(form, '[name="message"]') as HTMLTextAreaElement).value).to.equal('Hola, qui')
    setTimeout(() => fill(form, 'message', 'Hola, quiero'))
    const { text } = (await oneEvent(form, 'chat-draft')) as unknown as { text: string }
    expect(text).to.equal('Hola, quiero')
  })

  it('asks whoever is known for nothing but the message', async () => {
    const { form } = await arrange({ ...closed, preChat }, { isKnown: true })
    const names = [...form.renderRoot.querySelectorAll('[name]:not(slot)')].map((field) =>
      field.getAttribute('name'),
    )
    expect(names).to.deep.equal(['message'])
  })

  it('shows hostile labels and options as text', async () => {
    const evil = '<img src=x onerror=alert(1)>'
    const fields: typeof preChat.fields = [{ key: 'topic', isRequired: true, label: evil, options: [evil] }]
    const { form } = await arrange({ ...site, preChat: { fields, consent: null } })
    expect(form.renderRoot.querySelector('img')).to.equal(null)
    expect(inside(form, '.field span').innerText).to.equal(evil)
  })

  it('sends what is filled in of the page’s own fields along, by their names', async () => {
    const { form, asked } = await withExtras(
      html`<input name="order" value="A-17" /><input name="empty" /><input value="nameless" />
        <input type="checkbox" name="gift" checked value="yes" /><input type="checkbox" name="news" />
        <select name="shop">
          <option>Valencia</option>
        </select>
        <input name="off" value="x" disabled />`,
    )
    const told: Promise<CustomEvent> = oneEvent(form, 'chat-prechat')
    await submit(form)
    const attributes = { order: 'A-17', gift: 'yes', shop: 'Valencia' }
    expect((await told).detail).to.deep.equal({ answers: attributes })
    expect(asked).to.deep.include(['describe', { attributes }])
  })

  it('does not start before the page’s own fields are content', async () => {
    const { form, asked } = await withExtras(html`<input name="order" required />`)
    await submit(form)
    expect(asked).to.deep.equal([])
  })
})
