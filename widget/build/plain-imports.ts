import { parseSync, Visitor } from 'vite'
import type { ESTree, Plugin } from 'vite'

/** Vite's name for the function that it wraps round every `import()`. */
const WRAPPER = '__vitePreload'

/** Takes Vite's wrapper off: it waits for the style sheets of a chunk, and none of ours has any. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'post',
    renderChunk(code, { fileName }) {
      let plain = code
      // From the end, so that what was found before stays where it is.
      for (const { start, end, inner } of wrappersIn(fileName, code).toReversed())
        plain = plain.slice(0, start) + code.slice(inner.start, inner.end) + plain.slice(end)
      return { code: plain, map: null }
    },
  }
}

interface Wrapped {
  readonly start: number
  readonly end: number
  /** What it is a wrapper of. */
  readonly inner: ESTree.Expression
}

function wrappersIn(fileName: string, code: string): readonly Wrapped[] {
  const wrapped: Wrapped[] = []
  new Visitor({
    CallExpression({ callee, arguments: [load], start, end }) {
      if (callee.type !== 'Identifier' || callee.name !== WRAPPER) return
      const inner = load?.type === 'ArrowFunctionExpression' && load.body
      if (!inner) throw new Error(`Vite wraps imports in another way now; look at plain-imports.ts again.`)
      wrapped.push({ start, end, inner: inner.type === 'BlockStatement' ? importOf(inner) : inner })
    },
  }).visit(parseSync(fileName, code).program)
  return wrapped
}

/** Where it knows what is taken out of a module it writes `async () => { const { a } = await import('b'); return { a } }`. */
function importOf(body: ESTree.FunctionBody): ESTree.Expression {
  const [first] = body.body
  const value = first?.type === 'VariableDeclaration' && first.declarations[0]?.init
  if (!value || value.type !== 'AwaitExpression')
    throw new Error(`${body.body.length} unknown steps in an import`)
  return value.argument
}
