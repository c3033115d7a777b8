/** How deliveries reach us. */
export interface Line {
  isOpen(): boolean;
  open(): Promise<void>;
  /** Takes nothing more. */
  close(): Promise<void>;
  /** Where it listens; null where it does not. */
  port(): number | null;
}
