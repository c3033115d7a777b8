import { terminalNetwork } from './conversations/terminal-group.ts';
import { describeConversations } from './conversations.ts';

describeConversations('the terminal', terminalNetwork);
