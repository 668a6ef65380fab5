import { assembleClient } from './assemble-client.ts'
import type { ChatClient, CommercialOptions } from './chat-client.ts'
import { createCommercialSide } from './commercial-side.ts'
import { realEnvironment, type Environment } from './environment.ts'
import { readTables } from './read-tables.ts'

/** A commercial's client alone. `environment` is for tests. */
export function createCommercialClient(
  options: CommercialOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  // Called as a function of the window: some browsers refuse a `fetch` that is somebody else's method.
  const fetch = readTables(options.fetch ?? ((...request) => globalThis.fetch(...request)))
  return assembleClient({ ...options, fetch }, environment, (core) => createCommercialSide(core, options))
}
