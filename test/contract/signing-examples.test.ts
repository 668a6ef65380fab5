import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleOf, type Example } from '../../widget/console/settings/identity/examples.ts'
import { ADMIN, startServer, type TestServer } from '../server.ts'
import { call } from './call.ts'
import { canRun, runExample, type ExampleRun } from './run-example.ts'

/** How each is asked for a token, and run. */
const runs: Readonly<Record<Example, ExampleRun>> = {
  Node: {
    file: 'sign.mjs',
    use: "\nconsole.log(signIdentity({ id: 42, name: 'Núria', email: 'nuria@example.com' }))\n",
    command: [process.execPath, 'sign.mjs'],
  },
  PHP: {
    file: 'sign.php',
    use: "\necho sign_identity(['id' => 42, 'name' => 'Núria', 'email' => 'nuria@example.com']);\n",
    command: ['php', 'sign.php'],
  },
  Python: {
    file: 'sign.py',
    use: '\nprint(sign_identity({"id": 42, "name": "Núria", "email": "nuria@example.com"}))\n',
    command: ['python3', 'sign.py'],
  },
  Ruby: {
    file: 'sign.rb',
    use: '\nputs sign_identity({ id: 42, name: "Núria", email: "nuria@example.com" })\n',
    command: ['ruby', 'sign.rb'],
  },
  Go: {
    file: 'sign.go',
    use: '\nfunc main() {\n\ttoken, err := SignIdentity("42", "Núria", "nuria@example.com")\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tos.Stdout.WriteString(token)\n}\n',
    command: ['go', 'run', 'sign.go'],
  },
}

let server: TestServer
let folder: string
let kid: string
let secret: string

beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'signing-'))
  const { body: login } = await call(server.url, 'POST /v2/auth/login', { body: ADMIN })
  const headers = { authorization: `Bearer ${String(login['accessToken'])}` }
  const { body: list } = await call(server.url, 'GET /v2/sites', { headers })
  const [site] = list['sites'] as { siteId: string }[]
  const params = { siteId: site?.siteId ?? '' }
  const { body: key } = await call(server.url, 'POST /v2/sites/:siteId/identity-keys', {
    params,
    headers,
    body: { algorithm: 'HS256' },
  })
  kid = String(key['kid'])
  secret = String(key['secret'])
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

describe('the example of the settings that signs who is signed in', () => {
  for (const [language, run] of Object.entries(runs) as [Example, ExampleRun][]) {
    it.runIf(canRun(run))(`in ${language} makes a token that this server takes`, async () => {
      const { said, complaints } = runExample(run, {
        folder,
        code: exampleOf(language, kid),
        env: { CHAT_KEY_SECRET: secret },
      })
      expect(complaints).toBe('')
      const { body } = await call(server.url, 'POST /v2/visitors/session', {
        body: { identity: said },
      })
      const verified = { userId: '42', name: 'Núria', email: 'nuria@example.com' }
      expect(body).toMatchObject({ visitor: { isVerified: true, verified } })
    })
  }

  it('makes none with another secret', async () => {
    const code = exampleOf('Node', kid)
    const { said } = runExample(runs.Node, { folder, code, env: { CHAT_KEY_SECRET: 'another' } })
    const { status } = await call(server.url, 'POST /v2/visitors/session', {
      body: { identity: said },
    })
    expect(status).toBe(401)
  })
})
