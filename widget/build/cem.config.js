/** What `npm run api` reads for `widget/api/custom-elements.json`: our two elements, and of them what is anybody's to use. */
export default {
  globs: ['widget/chat-widget.ts', 'widget/visitor/widget-api.ts', 'widget/chat-console.ts'],
  outdir: 'widget/api',
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'our-elements', analyzePhase, packageLinkPhase }],
}

/** Our own decorator names the element. */
function analyzePhase({ ts, node, moduleDoc }) {
  if (!ts.isClassDeclaration(node)) return
  const decorators = ts.getDecorators(node) ?? []
  const call = decorators
    .map(({ expression }) => expression)
    .find((expression) => ts.isCallExpression(expression) && expression.expression.getText() === 'element')
  const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText())
  if (call === undefined || declaration === undefined) return
  declaration.tagName = call.arguments[0].text
  declaration.customElement = true
}

/** Nobody's business, and noise in editors: what is private, and what a base class of ours declares once more. */
function packageLinkPhase({ customElementsManifest }) {
  customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
    declarations?.some(({ tagName }) => tagName !== undefined),
  )
  for (const { declarations } of customElementsManifest.modules) {
    for (const declaration of declarations ?? []) {
      declaration.members = declaration.members?.filter(
        ({ privacy, name }) => privacy === undefined && !name.startsWith('#'),
      )
      for (const member of declaration.members ?? []) delete member.inheritedFrom
    }
  }
}
