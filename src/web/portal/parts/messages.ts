export interface MyMessages {
  readonly today: string;
  readonly unread: number;
  readonly messages: readonly { readonly on: string; readonly command: number; readonly title: string; readonly text: string; readonly href: string; readonly asks?: boolean; readonly fresh: boolean }[];
}
