import { expect } from '@open-wc/testing'
import type { Macro } from '#shared/macro.ts'
import { EMPTY_MACRO, toDraft, toMacro } from './macro-draft.ts'

const macro = (actions: Macro['actions']) =>
  ({ name: 'M', actions, siteId: null, isShared: true }) as unknown as Macro

describe('a macro in its form', () => {
  for (const actions of [
    { reply: 'Gracias', isInternal: false, addTags: ['vip', 'pedido'], close: true },
    { removeTags: ['urgente'], assignee: 'me', snoozeMinutes: 90 },
    { reply: 'Ojo', isInternal: true },
  ] as Macro['actions'][]) {
    it(`comes back as it was: ${JSON.stringify(actions)}`, () => {
      expect(toMacro(toDraft(macro(actions)))).to.deep.equal({
        name: 'M',
        siteId: null,
        isShared: true,
        actions,
      })
    })
  }

  it('does nothing that was not asked for', () => {
    const draft = { ...EMPTY_MACRO, name: 'Nada', addTags: ' , ,', isInternal: true }
    expect(toMacro(draft).actions).to.deep.equal({})
  })
})
