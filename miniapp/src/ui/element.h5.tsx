import { createElement, type MouseEvent, useEffect, useRef } from 'react';
import type {
  BoxProps,
  HeadingProps,
  LinkProps,
  PictureProps,
  PressProps,
  TextInputProps,
} from './element-props';
import { go } from './go';

/** A piece of a page. On H5 it is a real element, so that landmarks and lists are what they seem. */
export function Box({ as = 'div', label, silent, children, ...rest }: BoxProps) {
  return createElement(
    as,
    { ...rest, 'aria-label': label, 'aria-hidden': silent ? true : undefined },
    children,
  );
}

/** Words inside a line. */
export function Words({ className, children }: Pick<BoxProps, 'className' | 'children'>) {
  return <span className={className}>{children}</span>;
}

export function Heading({ level, children, ...rest }: HeadingProps) {
  return createElement(`h${level}`, rest, children);
}

function stateOf(role: PressProps['role'], on: boolean | undefined) {
  if (role === 'tab') return { role, 'aria-selected': on === true };
  if (role === 'switch' || role === 'radio') return { role, 'aria-checked': on === true };
  return {};
}

const plain = (base: string, className: string | undefined) =>
  className === undefined ? base : `${base} ${className}`;

/** Anything that does something when tapped. */
export function Press(props: PressProps) {
  const { className, style, label, role, on, off, onPress, children } = props;
  return (
    <button
      className={plain('press', className)}
      style={style}
      {...stateOf(role, on)}
      type="button"
      aria-label={label}
      aria-disabled={off ? true : undefined}
      onClick={off ? undefined : onPress}
    >
      {children}
    </button>
  );
}

/** Anything that leads to another page. */
export function Link({ to, className, style, label, current, children }: LinkProps) {
  const follow = (click: MouseEvent) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    go(to);
  };
  return (
    <a
      className={plain('link', className)}
      style={style}
      href={to}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

export function Picture({ src, className, style, label }: PictureProps) {
  return <img src={src} className={className} style={style} alt={label} draggable={false} />;
}

const KINDS = {
  text: { type: 'text', inputMode: 'text' },
  digits: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'tel', inputMode: 'tel' },
  password: { type: 'password', inputMode: 'text' },
} as const;

/** Puts the cursor into a field when it opens; a sheet looks for the mark, a page for the focus. */
function useWaiting(waits: boolean) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!waits || !field.current) return;
    field.current.autofocus = true;
    field.current.focus();
  }, [waits]);
  return field;
}

export function TextInput(props: TextInputProps) {
  const { value, onChange, label, kind = 'text', lengthMax, hint, invalid, onEnter } = props;
  const field = useWaiting(props.waits === true);
  const shared = {
    className: plain('typed', props.className),
    value,
    maxLength: lengthMax,
    placeholder: hint,
    'aria-label': label,
    'aria-invalid': invalid ? true : undefined,
  };
  if (props.lines === 'many') {
    return (
      <textarea {...shared} rows={3} onChange={(change) => onChange(change.currentTarget.value)} />
    );
  }
  return (
    <input
      ref={field}
      {...shared}
      {...KINDS[kind]}
      autoComplete="off"
      onChange={(change) => onChange(change.currentTarget.value)}
      onKeyDown={(key) => {
        if (key.key === 'Enter') onEnter?.();
      }}
    />
  );
}
