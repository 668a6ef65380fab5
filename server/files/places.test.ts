import { expect, it } from 'vitest'
import { createPlaces } from './places.ts'

it('gives each person some places, and everybody together so many', () => {
  const places = createPlaces({ total: 3, perPerson: 2 })
  const refused = (person: string) => expect(() => places.take(person)).toThrow('Too fast')
  const leave = places.take('ana')
  places.take('ana')
  refused('ana')
  places.take('ben')
  refused('ben')
  refused('eva')
  leave()
  places.take('eva')
  refused('ana')
})
