/** An inline projection as emmett-sqlite has them: written in the transaction of the append, one row for each pledge. */
import type { InlineProjection } from '../emmett-store.ts';

export const registerRow: InlineProjection = {
  canHandle: ['PledgeAnnounced'],
  init: async ({ context: { connection } }) => {
    await connection.command(
      'CREATE TABLE IF NOT EXISTS register (pledge_id TEXT PRIMARY KEY, member_state TEXT, category TEXT, description TEXT)',
    );
  },
  handle: async (events, { connection }) => {
    for (const { data } of events) {
      const { pledgeId, memberState, category, description } = data;
      await connection.command(
        'INSERT OR REPLACE INTO register (pledge_id, member_state, category, description) VALUES (?, ?, ?, ?)',
        [pledgeId, memberState, category, description],
      );
    }
  },
};
