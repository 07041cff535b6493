import type { Fault } from './fault.ts';
import { calendarAndZones } from './fault-calendar.ts';
import { copiesOfEverything, otherOrder } from './fault-deliveries.ts';
import { wrongClock } from './fault-clock.ts';
import { blockedProcess, killedAt, killedAtAnyMoment, pausedBeyondItsLease } from './fault-expiry.ts';

/** Those that intimation is tried with. */
export const faults: readonly Fault[] = [
  { id: 'F10', what: 'kill -9 of the scanner at any moment around the end of a tacit date', play: killedAtAnyMoment },
  { id: 'F11', what: 'kill -9 after the claim', play: killedAt('job.fulfil-tacitly.claimed', 'notice:fulfil-tacitly.beforeTransaction') },
  { id: 'F12', what: 'kill -9 inside the transaction', play: killedAt('notice:fulfil-tacitly.inTransaction', 'notice:fulfil-tacitly.beforeCommit') },
  { id: 'F13', what: 'kill -9 after the commit', play: killedAt('notice:fulfil-tacitly.afterCommit', 'job.fulfil-tacitly.handled') },
  { id: 'F14', what: 'kill -9 between fulfilment and telling it', play: killedAt('outbox.beforePublish', 'outbox.afterPublish', 'outbox.afterConfirm') },
  { id: 'F15', what: 'two scanners, one stopped for longer than its lease', play: pausedBeyondItsLease },
  { id: 'F25', what: 'every delivery three times', play: copiesOfEverything },
  { id: 'F26', what: 'deliveries in any order within 50', play: otherOrder },
  { id: 'F29', what: 'the clock of one process a day or more ahead, an hour behind, or standing still', play: wrongClock },
  { id: 'F30', what: 'ends of months and years, 29 February, local holidays, zones of city and machine', play: calendarAndZones },
  { id: 'F37', what: 'the event loop blocked, or the process stopped, for longer than its lease', play: blockedProcess },
];
