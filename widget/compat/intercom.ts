import { bring } from './bring.ts'

/** Intercom's calls (developers.intercom.com/installing-intercom/web/methods): `Intercom('verb', …)`, `intercomSettings`. */
type Call = ArrayLike<unknown>
interface Messenger {
  (...call: unknown[]): void
  q?: readonly Call[]
}

/** What Intercom knows by itself; everything else of `boot` and `update` is an attribute of the visitor. */
interface Settings {
  readonly user_id?: string
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly avatar?: { readonly image_url?: string }
  readonly alignment?: string
  readonly hide_default_launcher?: boolean
  readonly custom_launcher_selector?: string
  readonly language_override?: string
  readonly [attribute: string]: unknown
}

const OWN = /^(app_id|api_base|user_hash|intercom_user_jwt|created_at|session_duration|.*_padding|z_index)$/

const page = window as unknown as { Intercom?: Messenger; intercomSettings?: Settings }
const said = page.intercomSettings ?? {}
const chat = bring({
  position: said.alignment === 'left' ? 'start' : undefined,
  launcher: said.custom_launcher_selector ?? (said.hide_default_launcher ? 'none' : undefined),
  locale: said.language_override,
})

function update(settings: Settings = {}): void {
  const { user_id: id, name, email, phone, avatar, ...rest } = settings
  if (id ?? name ?? email ?? phone)
    void chat('identify', { id, name, email, phone, avatarUrl: avatar?.image_url })
  const attributes = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => !OWN.test(key) && typeof value !== 'object'),
  )
  if (Object.keys(attributes).length > 0) void chat('setAttributes', attributes)
}

/** Not an object: a page may ask for `constructor`. */
const verbs = new Map<unknown, (...args: never[]) => unknown>([
  ['boot', update],
  ['update', update],
  ['shutdown', () => chat('logout')],
  ['show', () => chat('open')],
  ['hide', () => chat('close')],
  ['showMessages', () => chat('open')],
  ['showNewMessage', (text?: string) => chat('open', { text })],
  ['trackEvent', (name: string, props?: object) => chat('track', name, props)],
  ['onShow', (listener: () => void) => chat('on', 'open', () => listener())],
  ['onHide', (listener: () => void) => chat('on', 'close', () => listener())],
  [
    'onUnreadCountChange',
    (listener: (count: number) => void) =>
      chat('on', 'unread', ({ detail }: CustomEvent<{ count: number }>) => listener(detail.count)),
  ],
])

const held = page.Intercom?.q ?? []
page.Intercom = (verb: unknown, ...args: unknown[]) => {
  verbs.get(verb)?.(...(args as never[]))
}
if (Object.keys(said).length > 0) update(said)
for (const call of held) page.Intercom(...Array.from(call))
