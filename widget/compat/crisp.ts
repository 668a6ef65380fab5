import { bring } from './bring.ts'

/** Crisp's calls (docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp): `$crisp.push([…])`, `$crisp.is(…)`, `$crisp.get(…)`. */
type Command = readonly [action: string, name: string, value?: unknown, extra?: unknown]
type Listener = (detail: unknown) => void

const page = window as unknown as { $crisp?: unknown; CRISP_READY_TRIGGER?: () => void }
const chat = bring()
const ends = new Map<unknown, Promise<unknown>>()
let isOpen = false
let isVisible = true
let unread = 0

const actions: Readonly<Record<string, () => unknown>> = {
  'chat:open': () => chat('open'),
  'chat:close': () => chat('close'),
  'chat:toggle': () => chat('toggle'),
  'chat:show': () => chat('show'),
  'chat:hide': () => chat('hide'),
  'session:reset': () => chat('logout'),
}
const people: Readonly<Record<string, string>> = {
  'user:email': 'email',
  'user:nickname': 'name',
  'user:phone': 'phone',
  'user:avatar': 'avatarUrl',
}
const events: Readonly<Record<string, string>> = {
  'chat:opened': 'open',
  'chat:closed': 'close',
  'message:received': 'message',
  'message:sent': 'message',
}

function push([action, name, value, extra]: Command): void {
  if (action === 'do') {
    if (Object.hasOwn(actions, name)) actions[name]?.()
  } else if (action === 'set') set(name, value)
  else if (action === 'on') on(name, value as Listener)
  else if (action === 'off') void ends.get(name)?.then((off) => (off as () => void)?.())
  else if (action === 'config' && name === 'locale') void chat('setLocale', String(extra ?? value))
}

function set(name: string, value: unknown): void {
  const [first, second] = Array.isArray(value) ? (value as unknown[]) : [value]
  if (Object.hasOwn(people, name)) void chat('identify', { [people[name] ?? '']: first })
  else if (name === 'message:text') void chat('open', { text: first })
  // Either one pair, or a list of pairs in a list of its own.
  else if (name === 'session:data')
    void chat('setAttributes', Object.fromEntries(Array.isArray(first) ? (first as []) : [[first, second]]))
  else if (name === 'session:event')
    for (const [event, props] of Array.isArray(first) ? (first as [string, object][]) : [])
      void chat('track', event, props)
}

function on(name: string, listener: Listener): void {
  if (!Object.hasOwn(events, name)) return
  const hear = ({ detail }: CustomEvent<{ direction?: string }>) => {
    const wanted = { 'message:received': 'in', 'message:sent': 'out' }[name]
    if (wanted === undefined || detail.direction === wanted) listener(detail)
  }
  ends.set(name, chat('on', events[name], hear))
}

void chat('on', 'open', () => (isOpen = true))
void chat('on', 'close', () => (isOpen = false))
void chat('on', 'unread', ({ detail }: CustomEvent<{ count: number }>) => (unread = detail.count))

const held = Array.isArray(page.$crisp) ? (page.$crisp as Command[]) : []
page.$crisp = {
  push(command: Command) {
    if (command[1] === 'chat:show' || command[1] === 'chat:hide') isVisible = command[1] === 'chat:show'
    push(command)
  },
  is: (name: string) =>
    ({ 'chat:opened': isOpen, 'chat:closed': !isOpen, 'chat:visible': isVisible, 'chat:hidden': !isVisible })[
      name
    ] ?? false,
  get: (name: string) => (name === 'chat:unread:count' ? unread : null),
}
for (const command of held) push(command)
page.CRISP_READY_TRIGGER?.()
