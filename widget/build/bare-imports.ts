/** What Vite passes, before it is done, to the function that it calls for every `import()`. */
const END = ',__VITE_PRELOAD__,import.meta.url)'
const CALL = /([\w$]+)\((?:async)?\(\)=>(?:\{let\{[^{}]*\}=await )?import\(/
const NAMES = /\(async\(\)=>\{let\{[^{}]*\}=await (import\([^()]*\));return\{[^{}]*\}\}\)\(\)/g

/**
 * `import()` by itself: what Vite puts round it, in minified code, looks for style sheets that come with a chunk, and none does.
 */
export function bareImports(code: string): string {
  const [, helper] = CALL.exec(code) ?? []
  if (helper === undefined || !code.includes(END)) return code
  const called = new RegExp(`(?<![\\w$])${helper.replaceAll('$', '\\$')}(?=\\((?:async)?\\(\\)=>)`, 'g')
  return code.replaceAll(called, '').replaceAll(END, ')()').replaceAll(NAMES, '$1')
}
