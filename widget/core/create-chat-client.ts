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
    ? { ...createVisitorClient(options, environment), commercial: absent('commercials') }
    : { ...createCommercialClient(options, environment), visitor: absent('visitors') }
}

/** The other side's actions: calling one is a mistake of the program, and says so. */
function absent(people: string): never {
  return new Proxy(
    {},
    {
      get: (_, name) => () => {
        throw new TypeError(`${String(name)} is for ${people}`)
      },
    },
  ) as never
}
