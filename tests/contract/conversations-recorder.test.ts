import { recorderNetwork } from './conversations/recorder-group.ts';
import { describeConversations } from './conversations.ts';

describeConversations('the recorder', recorderNetwork);
