import { assembleClient } from './assemble-client.ts'
import type { ChatClient, CommercialOptions } from './chat-client.ts'
import { createCommercialSide } from './commercial-side.ts'
import { realEnvironment, type Environment } from './environment.ts'

/** A commercial's client alone. `environment` is for tests. */
export function createCommercialClient(
  options: CommercialOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  return assembleClient(options, environment, (core) => createCommercialSide(core, options))
}
