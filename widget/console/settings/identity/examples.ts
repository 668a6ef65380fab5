/** How a site's server signs who is signed in there, with what each language brings along: HS256 needs no library. */
export const EXAMPLES = ['Node', 'PHP', 'Python', 'Ruby', 'Go'] as const
export type Example = (typeof EXAMPLES)[number]

/** Ready to copy: the secret comes from where secrets are kept, never from the code. */
export function exampleOf(language: Example, kid: string): string {
  return templates[language].replaceAll('KEY_ID', kid)
}

const templates: Readonly<Record<Example, string>> = {
  Node: `import { createHmac } from 'node:crypto'

export function signIdentity({ id, name, email }) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: 'KEY_ID' })
  const body = encode({ sub: String(id), name, email, iat: now, exp: now + 3600 })
  const signature = createHmac('sha256', process.env.CHAT_KEY_SECRET)
    .update(\`\${head}.\${body}\`)
    .digest('base64url')
  return \`\${head}.\${body}.\${signature}\`
}
`,
  PHP: `<?php
function sign_identity(array $user): string {
    $encode = fn (string $text): string => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    $head = $encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT', 'kid' => 'KEY_ID']));
    $body = $encode(json_encode([
        'sub' => (string) $user['id'],
        'name' => $user['name'],
        'email' => $user['email'],
        'iat' => time(),
        'exp' => time() + 3600,
    ]));
    $signature = hash_hmac('sha256', "$head.$body", getenv('CHAT_KEY_SECRET'), true);
    return "$head.$body." . $encode($signature);
}
`,
  Python: `import base64, hashlib, hmac, json, os, time

def sign_identity(user):
    def encode(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")

    now = int(time.time())
    head = encode(json.dumps({"alg": "HS256", "typ": "JWT", "kid": "KEY_ID"}).encode())
    body = encode(json.dumps({
        "sub": str(user["id"]),
        "name": user["name"],
        "email": user["email"],
        "iat": now,
        "exp": now + 3600,
    }).encode())
    key = os.environ["CHAT_KEY_SECRET"].encode()
    signature = hmac.new(key, head + b"." + body, hashlib.sha256).digest()
    return b".".join([head, body, encode(signature)]).decode()
`,
  Ruby: `require "base64"
require "json"
require "openssl"

def sign_identity(user)
  encode = ->(text) { Base64.urlsafe_encode64(text, padding: false) }
  now = Time.now.to_i
  head = encode.({ alg: "HS256", typ: "JWT", kid: "KEY_ID" }.to_json)
  body = encode.({
    sub: user[:id].to_s,
    name: user[:name],
    email: user[:email],
    iat: now,
    exp: now + 3600
  }.to_json)
  signature = OpenSSL::HMAC.digest("SHA256", ENV.fetch("CHAT_KEY_SECRET"), "#{head}.#{body}")
  "#{head}.#{body}.#{encode.(signature)}"
end
`,
  Go: `package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"os"
	"time"
)

func SignIdentity(id, name, email string) (string, error) {
	encode := base64.RawURLEncoding.EncodeToString
	head, err := json.Marshal(map[string]any{"alg": "HS256", "typ": "JWT", "kid": "KEY_ID"})
	if err != nil {
		return "", err
	}
	now := time.Now().Unix()
	body, err := json.Marshal(map[string]any{
		"sub": id, "name": name, "email": email, "iat": now, "exp": now + 3600,
	})
	if err != nil {
		return "", err
	}
	signed := encode(head) + "." + encode(body)
	mac := hmac.New(sha256.New, []byte(os.Getenv("CHAT_KEY_SECRET")))
	mac.Write([]byte(signed))
	return signed + "." + encode(mac.Sum(nil)), nil
}
`,
}
