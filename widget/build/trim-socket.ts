import { parseSync, Visitor } from 'vite'
import type { Plugin } from 'vite'
import { cut, type Cut } from './cut.ts'

/** Methods of the library's `Socket` that `core/line.ts` never calls, nor what it does call. */
const UNUSED_METHODS = [
  'disconnected',
  'active',
  'open',
  'send',
  // A queue that sends again: the outbox is ours.
  '_addToQueue',
  '_drainQueue',
  'close',
  'compress',
  'volatile',
  'prependAny',
  'offAny',
  'listenersAny',
  'onAnyOutgoing',
  'prependAnyOutgoing',
  'offAnyOutgoing',
  'listenersAnyOutgoing',
  'notifyOutgoingListeners',
]

/** Where the methods that stay ask for those that go, and settings that we never make. */
const CUTS: readonly Cut[] = [
  ['if (this.io._autoConnect)\n            this.open();', ''],
  [
    'if (this._opts.retries && !this.flags.fromQueue && !this.flags.volatile) {\n            this._addToQueue(args);\n            return this;\n        }',
    '',
  ],
  ['packet.options = {};\n        packet.options.compress = this.flags.compress !== false;', ''],
  [
    'const isTransportWritable = (_b = (_a = this.io.engine) === null || _a === void 0 ? void 0 : _a.transport) === null || _b === void 0 ? void 0 : _b.writable;',
    '',
  ],
  [
    'this.connected && !((_c = this.io.engine) === null || _c === void 0 ? void 0 : _c._hasPingExpired())',
    'this.connected',
  ],
  ['const discardPacket = this.flags.volatile && !isTransportWritable;', 'const discardPacket = false;'],
  [
    'this.notifyOutgoingListeners(packet);\n            this.packet(packet);\n        }\n        else',
    'this.packet(packet);\n        }\n        else',
  ],
  [
    'this.notifyOutgoingListeners(packet);\n            this.packet(packet);\n        });',
    'this.packet(packet);\n        });',
  ],
  ['this._drainQueue(true);', ''],
  ['this._queue = [];', ''],
  ['this._queueSeq = 0;', ''],
  // For servers of ten years ago.
  [
    'new Error("It seems you are trying to reach a Socket.IO server in v2.x with a v3.x client, but they are not compatible (more information here: https://socket.io/docs/v3/migrating-from-2-x-to-3-0/)")',
    'new Error("No session")',
  ],
  // What we say is typed by the contract, and no event in it has a name that the library keeps for itself.
  [
    `if (RESERVED_EVENTS.hasOwnProperty(ev)) {
            throw new Error('"' + ev.toString() + '" is a reserved event name');
        }`,
    '',
  ],
]

/** Functions on the prototype of the emitter under both: listening once, and asking who listens. */
const UNUSED_OF_EMITTER = ['once', 'listeners', 'hasListeners']

/** Its other names for what it does. */
const ALIASES: readonly Cut[] = [
  ['Emitter.prototype.addEventListener = function', 'function'],
  [
    'Emitter.prototype.removeListener =\nEmitter.prototype.removeAllListeners =\nEmitter.prototype.removeEventListener = function',
    'function',
  ],
]

/**
 * The library's `Socket` without what the widget never asks of it. Like the cuts in Lit (`trim-lit.ts`), these fit the one version that
 * the lock names: with another one the build fails here.
 */
export function trimSocket(): Plugin {
  return {
    name: 'trim-socket',
    transform(code, id) {
      if (id.endsWith('/socket.io-client/build/esm/socket.js'))
        return { code: CUTS.reduce(cut, without(UNUSED_METHODS, id, code)), map: null }
      if (id.endsWith('/@socket.io/component-emitter/lib/esm/index.js'))
        return { code: ALIASES.reduce(cut, without(UNUSED_OF_EMITTER, id, code)), map: null }
      return null
    },
  }
}

/** The file without the methods of these names, in classes and on prototypes. */
function without(names: readonly string[], file: string, code: string): string {
  const found = methodsIn(file, code).filter(({ name }) => names.includes(name))
  const missing = names.filter((name) => !found.some((method) => method.name === name))
  if (missing.length > 0) throw new Error(`Not in ${file} any more: ${missing.join(', ')}`)
  // From the end, so that what was found before stays where it is.
  return found.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code)
}

interface Method {
  readonly name: string
  readonly start: number
  readonly end: number
}

function methodsIn(file: string, code: string): readonly Method[] {
  const methods: Method[] = []
  new Visitor({
    MethodDefinition({ key, start, end }) {
      if (key.type === 'Identifier') methods.push({ name: key.name, start, end })
    },
    ExpressionStatement({ expression, start, end }) {
      if (expression.type !== 'AssignmentExpression') return
      const name = /^\w+\.prototype\.(\w+)$/.exec(code.slice(expression.left.start, expression.left.end))?.[1]
      if (name !== undefined) methods.push({ name, start, end })
    },
  }).visit(parseSync(file, code).program)
  return methods
}
