import type { CSSProperties, ReactNode } from 'react';

type Maybe<T> = T | undefined;

export interface BoxProps {
  as?: Maybe<
    | 'div'
    | 'section'
    | 'article'
    | 'header'
    | 'footer'
    | 'p'
    | 'ul'
    | 'ol'
    | 'li'
    | 'span'
    | 'strong'
  >;
  className?: Maybe<string>;
  style?: Maybe<CSSProperties>;
  /** What a screen reader says instead of the content. */
  label?: Maybe<string>;
  role?: Maybe<
    'img' | 'status' | 'alert' | 'group' | 'tablist' | 'radiogroup' | 'progressbar' | 'dialog'
  >;
  /** Decoration only: a screen reader passes over it. */
  silent?: Maybe<boolean>;
  children?: ReactNode;
}

export interface HeadingProps {
  level: 1 | 2 | 3;
  className?: Maybe<string>;
  style?: Maybe<CSSProperties>;
  children: ReactNode;
}

export interface PressProps {
  className?: Maybe<string>;
  style?: Maybe<CSSProperties>;
  label?: Maybe<string>;
  role?: Maybe<'button' | 'switch' | 'tab' | 'radio'>;
  /** On or off for a switch, chosen or not for a tab or a radio. */
  on?: Maybe<boolean>;
  /** Taps are ignored; it can still be reached and read, so that it can say why. */
  off?: Maybe<boolean>;
  onPress: () => void;
  children: ReactNode;
}

export interface LinkProps {
  /** A page of ours, with a leading slash: `/passbook/lines/index`. */
  to: string;
  className?: Maybe<string>;
  style?: Maybe<CSSProperties>;
  label?: Maybe<string>;
  /** The page that is showing now. */
  current?: Maybe<boolean>;
  children: ReactNode;
}

export interface PictureProps {
  src: string;
  className?: Maybe<string>;
  style?: Maybe<CSSProperties>;
  /** What it shows, or empty for decoration. */
  label: string;
}

export interface TextInputProps {
  value: string;
  onChange: (text: string) => void;
  label: string;
  kind?: Maybe<'text' | 'digits' | 'phone' | 'password'>;
  lengthMax?: Maybe<number>;
  hint?: Maybe<string>;
  invalid?: Maybe<boolean>;
  lines?: Maybe<'one' | 'many'>;
  className?: Maybe<string>;
  onEnter?: Maybe<() => void>;
  /** What one came to the page for: the cursor waits here when it opens. */
  waits?: Maybe<boolean>;
}
