import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Shown by hand, a dialog says that it is left a task too late, and the next key is lost: see `widget/console/modal.ts`. */
it('shows every dialog of the console in the one way that says at once when it is left', () => {
  const byHand = globSync('widget/console/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes('.showModal('),
  )
  expect(byHand).toEqual(['widget/console/modal.ts'])
})
