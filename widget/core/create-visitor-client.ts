import { assembleClient } from './assemble-client.ts'
import type { ChatClient, VisitorOptions } from './chat-client.ts'
import { realEnvironment, type Environment } from './environment.ts'
import { createVisitorSide } from './visitor-side.ts'

/** A visitor's client alone. `environment` is for tests. */
export function createVisitorClient(
  options: VisitorOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  return assembleClient(options, environment, (core) => createVisitorSide(core, options))
}
