import { describe } from 'vitest'
import { testMacros } from './contract/macros.ts'
import { testAnyOrder } from './contract/any-order.ts'
import { testCannedReplies } from './contract/canned-replies.ts'
import { testDeleting, testEditing } from './contract/changing.ts'
import { testFiles } from './contract/files.ts'
import { testErasing } from './contract/erasing.ts'
import { testHistory, testResync } from './contract/history.ts'
import { testIdentifying } from './contract/identifying.ts'
import { testCounting, testListing } from './contract/listing.ts'
import { testAssigning, testClosing, testRating } from './contract/managing.ts'
import {
  testDrafts,
  testMentions,
  testPersonalSettings,
  testUnreadMarks,
  testViews,
} from './contract/personal.ts'
import { testPushDevices } from './contract/push-devices.ts'
import { testOpening, testStarting } from './contract/opening.ts'
import { testChangingPeople } from './contract/changing-people.ts'
import { testPeople, testSites, testVisitors } from './contract/people.ts'
import { testReading, testReadingByWriting, testUnread } from './contract/reading.ts'
import { testRepeats, testStaleReplies } from './contract/repeats.ts'
import { testSearching } from './contract/searching.ts'
import { testHandingOver, testReturning, testRouting } from './contract/routing.ts'
import { testClosedChats, testFirstResponse, testSending } from './contract/sending.ts'
import { testAudit } from './contract/auditing.ts'
import { testInvitations } from './contract/inviting.ts'
import {
  testConsoleSessions,
  testOwnSessions,
  testRotation,
  testVisitorSessions,
} from './contract/sessions.ts'
import { testSnoozing, testTagging, testWaitingOrder } from './contract/tagging.ts'
import { testTrail, testVisitorList } from './contract/visiting.ts'
import { testMerging } from './contract/merging.ts'
import { testWebhooks } from './contract/webhooks.ts'
import type { OpenStorage } from './contract/world.ts'

const parts = [
  testSending,
  testFirstResponse,
  testClosedChats,
  testRepeats,
  testStaleReplies,
  testEditing,
  testDeleting,
  testFiles,
  testOpening,
  testStarting,
  testAssigning,
  testClosing,
  testRating,
  testReading,
  testReadingByWriting,
  testUnread,
  testHistory,
  testResync,
  testListing,
  testCounting,
  testTagging,
  testSearching,
  testCannedReplies,
  testMacros,
  testRouting,
  testReturning,
  testHandingOver,
  testViews,
  testDrafts,
  testUnreadMarks,
  testMentions,
  testPersonalSettings,
  testPushDevices,
  testSnoozing,
  testWaitingOrder,
  testSites,
  testChangingPeople,
  testPeople,
  testVisitors,
  testTrail,
  testVisitorList,
  testIdentifying,
  testErasing,
  testVisitorSessions,
  testConsoleSessions,
  testOwnSessions,
  testRotation,
  testAudit,
  testInvitations,
  testWebhooks,
  testMerging,
  testAnyOrder,
]

/** What every engine behind the `Storage` port promises. `open` gives an empty store that keeps the time of the clock. */
export function testStorage(name: string, open: OpenStorage): void {
  describe(name, () => {
    for (const testPart of parts) testPart(open)
  })
}
