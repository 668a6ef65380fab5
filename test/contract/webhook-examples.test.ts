import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WEBHOOK_EVENTS, webhookEvents } from '#shared/webhook-events.ts'
import { signatures } from '../../server/webhooks/sign.ts'
import {
  VERIFYING,
  verifyingExamples,
  type VerifyingLanguage,
} from '../../widget/console/settings/webhooks/examples.ts'
import { canRun, runExample, type ExampleRun } from './run-example.ts'

const runs: Readonly<Record<VerifyingLanguage, ExampleRun>> = {
  Node: {
    file: 'verify.mjs',
    use: "\nimport { readFileSync } from 'node:fs'\nconst { headers, body } = JSON.parse(readFileSync('sent.json', 'utf8'))\nconsole.log(isFromChat(headers, Buffer.from(body)))\n",
    command: [process.execPath, 'verify.mjs'],
  },
  PHP: {
    file: 'verify.php',
    use: "\n$sent = json_decode(file_get_contents('sent.json'), true);\necho is_from_chat($sent['headers'], $sent['body']) ? 'true' : 'false';\n",
    command: ['php', 'verify.php'],
  },
  Python: {
    file: 'verify.py',
    use: '\nimport json\nwith open("sent.json", encoding="utf-8") as file:\n    sent = json.load(file)\nprint(str(is_from_chat(sent["headers"], sent["body"].encode())).lower())\n',
    command: ['python3', 'verify.py'],
  },
  Ruby: {
    file: 'verify.rb',
    use: '\nrequire "json"\nsent = JSON.parse(File.read("sent.json"))\nputs from_chat?(sent["headers"], sent["body"])\n',
    command: ['ruby', 'verify.rb'],
  },
  Go: {
    file: 'verify.go',
    use: '\nfunc main() {\n\theader := http.Header{}\n\tfor _, pair := range strings.Split(os.Getenv("HEADERS"), "\\n") {\n\t\tname, value, _ := strings.Cut(pair, ": ")\n\t\theader.Set(name, value)\n\t}\n\tos.Stdout.WriteString(strconv.FormatBool(IsFromChat(header, []byte(os.Getenv("BODY")))))\n}\n',
    command: ['go', 'run', 'verify.go'],
  },
}

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const body = '{"type":"message.created","data":{"content":"¿Qué tal? 👋"}}'

/** As this server would send it so many seconds ago, during a change of secrets. */
function sentBefore(seconds: number, told = body) {
  const timestamp = Math.floor(Date.now() / 1_000) - seconds
  const signature = signatures(['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', secret], {
    id: 'evt_1',
    timestamp,
    body,
  })
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
  return { headers, body: told }
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verifying-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function judge(language: VerifyingLanguage, sent: ReturnType<typeof sentBefore>): string {
  writeFileSync(join(folder, 'sent.json'), JSON.stringify(sent))
  const lines = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`)
  const { said, complaints } = runExample(runs[language], {
    folder,
    code: verifyingExamples[language],
    env: { WEBHOOK_SECRET: secret, HEADERS: lines.join('\n'), BODY: sent.body },
  })
  expect(complaints).toBe('')
  return said
}

describe('the example that makes sure who told something', () => {
  for (const language of VERIFYING) {
    it.runIf(canRun(runs[language]))(
      `in ${language} takes what this server sent, and nothing else`,
      { timeout: 60_000 },
      () => {
        expect(judge(language, sentBefore(0))).toBe('true')
        expect(judge(language, sentBefore(0, `${body} `))).toBe('false')
        expect(judge(language, sentBefore(600))).toBe('false')
      },
    )
  }
})

describe('the page about webhooks', () => {
  const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')

  it.each(VERIFYING)('has the example in %s', (language) => {
    expect(page).toContain(verifyingExamples[language])
  })

  it.each(WEBHOOK_EVENTS)('says what %s is', (event) => {
    expect(page).toContain(`| \`${event}\` | ${webhookEvents[event].summary} |`)
  })
})
