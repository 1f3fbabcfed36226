import type { Speaker } from '../speech/speaker.svelte';
import type { EditionData } from '../timeline/edition-data';

/** Whether what is to be seen can be told here: the edition says it, and this device has a voice of the language. */
export const canDescribe = (
  { descriptions }: Pick<EditionData, 'descriptions'>,
  speaker: Pick<Speaker, 'hasVoice'>,
  language: string,
): boolean => descriptions.length > 0 && speaker.hasVoice(language);
