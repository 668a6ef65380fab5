import type { Rolldown } from 'vite'

/** Lit, and the sheets that dress the panel: what compresses best by itself. */
const APART = /\/node_modules\/(@?lit)\b|\/stand-ins\/lit-css-tag\.ts$|\.styles\.ts$/

/** The panel in two files, of which the larger one, with all that the panel does, is within what a page may be made to fetch at idle. */
export const partPanel: Rolldown.CodeSplittingOptions = {
  // What these import is theirs alone.
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'base',
      name: (id, graph) => (APART.test(id) && isInPanel(id, graph) ? 'base' : null),
    },
  ],
}

/** What only comes on demand keeps its sheets to itself. */
function isInPanel(id: string, graph: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  const info = graph.getModuleInfo(id)
  if (info === null || seen.has(id)) return false
  seen.add(id)
  return info.isEntry || info.importers.some((importer) => isInPanel(importer, graph, seen))
}
