/** What a field belongs to, and what that is called in the middle of a sentence: "action 12", "Indicator 3". */
export interface Edited {
  kind: 'action' | 'indicator';
  id: string;
  name: string;
}
