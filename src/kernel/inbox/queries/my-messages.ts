import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listMessages } from '../list-messages.ts';

/** 消息: everything that happened to the resident's cases and money, in every line, newest first; what is new since they last looked. */
export default defineQuery({
  id: 'inbox.my-messages', title: '我的消息', allow: { residents: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { person, account } = by.caller;
    if (person === null || account === null) return { today: by.today, messages: [], unread: 0, readTo: 0 };
    const { messages, readTo } = await listMessages(tx, { person, account: account.id, today: by.today });
    return { today: by.today, messages: messages.map((message) => ({ ...message, fresh: message.command > readTo })), unread: messages.filter((message) => message.command > readTo).length, readTo };
  },
});
