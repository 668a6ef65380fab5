import { bring } from './bring.ts'

/** tawk.to's calls (developer.tawk.to/jsapi): `Tawk_API.maximize()`, and callbacks that a page hangs on the same object. */
type Callback = (detail?: unknown) => void
type Done = () => void

const page = window as unknown as { Tawk_API?: Record<string, unknown> }
const tawk = (page.Tawk_API ??= {})
const chat = bring()
let isOpen = false
let isHidden = false

/** The page may set a callback at any time: it is looked up when there is something to tell. */
function tell(callback: string, detail?: unknown): void {
  const listener = tawk[callback]
  if (typeof listener === 'function') (listener as Callback)(detail)
}

async function then(calls: Promise<unknown>, done: Done = () => {}): Promise<void> {
  await calls
  done()
}

function setHidden(now: boolean): Promise<unknown> {
  isHidden = now
  if (now) tell('onChatHidden')
  return chat(now ? 'hide' : 'show')
}

Object.assign(tawk, {
  maximize: () => chat('open'),
  minimize: () => chat('close'),
  toggle: () => chat('toggle'),
  popup: () => chat('open'),
  showWidget: () => setHidden(false),
  hideWidget: () => setHidden(true),
  toggleVisibility: () => setHidden(!isHidden),
  isChatMaximized: () => isOpen,
  isChatMinimized: () => !isOpen,
  isChatHidden: () => isHidden,
  endChat: () => chat('close'),
  setAttributes({ name, email, phone, ...attributes }: Record<string, unknown>, done?: Done) {
    // tawk's proof of who this is means nothing to our server.
    delete attributes['hash']
    return then(
      Promise.all([chat('identify', { name, email, phone }), chat('setAttributes', attributes)]),
      done,
    )
  },
  login: ({ userId, name, email }: Record<string, unknown>, done?: Done) =>
    then(chat('identify', { id: userId, name, email }), done),
  logout: (done?: Done) => then(chat('logout'), done),
  addEvent: (name: string, props?: object | Done, done?: Done) =>
    typeof props === 'function'
      ? then(chat('track', name), props as Done)
      : then(chat('track', name, props), done),
})

void chat('on', 'open', () => {
  isOpen = true
  tell('onChatMaximized')
})
void chat('on', 'close', () => {
  isOpen = false
  tell('onChatMinimized')
})
void chat('on', 'start', () => tell('onChatStarted'))
void chat('on', 'unread', ({ detail }: CustomEvent<{ count: number }>) =>
  tell('onUnreadCountChanged', detail.count),
)
void chat('on', 'status', ({ detail }: CustomEvent<{ status: string }>) => {
  if (detail.status === 'CLOSED') tell('onChatEnded')
})
void chat('on', 'message', ({ detail }: CustomEvent<{ direction: string; message: { content: string } }>) =>
  tell(detail.direction === 'in' ? 'onChatMessageAgent' : 'onChatMessageVisitor', detail.message.content),
)
if (tawk['visitor']) void chat('identify', tawk['visitor'])
tell('onBeforeLoad')
void chat('on', 'ready', () => tell('onLoad'))
