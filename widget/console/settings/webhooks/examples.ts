/** How another system makes sure that it was this server that told it something, with what each language brings along. */
export const VERIFYING = ['Node', 'PHP', 'Python', 'Ruby', 'Go'] as const
export type VerifyingLanguage = (typeof VERIFYING)[number]

/**
 * Ready to copy: the secret comes from where secrets are kept, never from the code. Each takes the body as it came, since parsing and
 * writing it again would change it, and refuses what is older than five minutes.
 */
export const verifyingExamples: Readonly<Record<VerifyingLanguage, string>> = {
  Node: `import { createHmac, timingSafeEqual } from 'node:crypto'

// body: the bytes as they came, before anything parses them
export function isFromChat(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures = '' } = headers
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false
  const key = Buffer.from(process.env.WEBHOOK_SECRET.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(\`\${id}.\${time}.\`).update(body).digest()
  return signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
`,
  PHP: `<?php
// $headers: names in small letters; $body: file_get_contents('php://input')
function is_from_chat(array $headers, string $body): bool {
    $time = $headers['webhook-timestamp'] ?? '0';
    if (abs(time() - (int) $time) >= 300) {
        return false;
    }
    $key = base64_decode(substr(getenv('WEBHOOK_SECRET'), strlen('whsec_')));
    $signed = $headers['webhook-id'] . '.' . $time . '.' . $body;
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', $signed, $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $given) {
        if (hash_equals($expected, $given)) {
            return true;
        }
    }
    return false;
}
`,
  Python: `import base64, hashlib, hmac, os, time

# headers: names in small letters; body: the bytes as they came
def is_from_chat(headers, body):
    sent = headers["webhook-timestamp"]
    if abs(time.time() - int(sent)) >= 300:
        return False
    key = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{sent}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = "v1," + base64.b64encode(digest).decode()
    given = headers["webhook-signature"].split(" ")
    return any(hmac.compare_digest(expected, one) for one in given)
`,
  Ruby: `require "base64"
require "openssl"

# headers: names in small letters; body: the bytes as they came
def from_chat?(headers, body)
  time = headers["webhook-timestamp"]
  return false if (Time.now.to_i - time.to_i).abs >= 300
  key = Base64.decode64(ENV.fetch("WEBHOOK_SECRET").delete_prefix("whsec_"))
  digest = OpenSSL::HMAC.digest("SHA256", key, "#{headers["webhook-id"]}.#{time}.#{body}")
  expected = "v1,#{Base64.strict_encode64(digest)}"
  headers["webhook-signature"].split(" ").any? do |given|
    OpenSSL.secure_compare(expected, given)
  end
end
`,
  Go: `package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// body: the bytes as they came
func IsFromChat(header http.Header, body []byte) bool {
	sent := header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(sent, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() >= 5*time.Minute {
		return false
	}
	secret := strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_")
	key, err := base64.StdEncoding.DecodeString(secret)
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(header.Get("webhook-id") + "." + sent + "."))
	mac.Write(body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for _, given := range strings.Fields(header.Get("webhook-signature")) {
		if hmac.Equal(expected, []byte(given)) {
			return true
		}
	}
	return false
}
`,
}
