/** A package whose code is part of the application, with its licence in full. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its SPDX name. */
  readonly licence: string;
  readonly text: string;
}

/** What the application is made of and runs on. */
export interface About {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Name, release and processor of the operating system. */
  readonly system: string;
  readonly packages: readonly BundledPackage[];
}
