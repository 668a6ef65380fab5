import type { ChatClient, ClientOptions } from './chat-client.ts'
import { createCommercialClient } from './create-commercial-client.ts'
import { createVisitorClient } from './create-visitor-client.ts'
import { realEnvironment, type Environment } from './environment.ts'

/** A client of either side, for browsers and for Node. A page that needs only one side takes that one's function, and less weight. */
export function createChatClient(
  options: ClientOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  return options.role === 'visitor'
    ? createVisitorClient(options, environment)
    : createCommercialClient(options, environment)
}
