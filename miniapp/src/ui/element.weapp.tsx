import { Image, Input, Text, Textarea, View } from '@tarojs/components';
import type {
  BoxProps,
  HeadingProps,
  LinkProps,
  PictureProps,
  PressProps,
  TextInputProps,
} from './element-props';
import { go } from './go';

/** WeChat's templates want a class that is a text, and no style at all rather than none. */
function dress({ className, style }: Pick<BoxProps, 'className' | 'style'>) {
  return { className: className ?? '', ...(style && { style }) };
}

const INLINE = new Set(['span', 'strong']);

/** A piece of a page. */
export function Box({ as = 'div', label, silent, role, children, ...rest }: BoxProps) {
  const aria = { 'aria-label': label, 'aria-role': role, 'aria-hidden': silent };
  if (INLINE.has(as) && rest.style === undefined) {
    return (
      <Text {...dress(rest)} {...aria}>
        {children}
      </Text>
    );
  }
  return (
    <View {...dress(rest)} {...aria}>
      {children}
    </View>
  );
}

/** Words inside a line. */
export function Words({ className, children }: Pick<BoxProps, 'className' | 'children'>) {
  return <Text className={className ?? ''}>{children}</Text>;
}

export function Heading({ level: _level, children, ...rest }: HeadingProps) {
  return (
    <View {...dress(rest)} aria-role="heading">
      {children}
    </View>
  );
}

function stateOf(role: PressProps['role'], on: boolean | undefined) {
  if (role === 'tab') return { 'aria-selected': on === true };
  if (role === 'switch' || role === 'radio') return { 'aria-checked': on === true };
  return {};
}

/** Anything that does something when tapped. */
export function Press({ label, role = 'button', on, off, onPress, children, ...rest }: PressProps) {
  return (
    <View
      {...dress(rest)}
      {...stateOf(role, on)}
      aria-role={role}
      aria-label={label}
      aria-disabled={off === true}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {children}
    </View>
  );
}

/** Anything that leads to another page. */
export function Link({ to, label, current, children, ...rest }: LinkProps) {
  return (
    <View
      {...dress(rest)}
      aria-role="link"
      aria-label={label}
      aria-selected={current === true}
      onClick={() => go(to)}
    >
      {children}
    </View>
  );
}

export function Picture({ src, className, style, label }: PictureProps) {
  return (
    <Image
      src={src}
      className={className ?? ''}
      {...(style && { style })}
      mode="aspectFit"
      aria-role="img"
      aria-label={label}
      aria-hidden={label === ''}
    />
  );
}

export function TextInput(props: TextInputProps) {
  const { value, onChange, label, kind = 'text', lengthMax = 140, hint = '', onEnter } = props;
  const shared = {
    className: props.className ?? '',
    value,
    maxlength: lengthMax,
    placeholder: hint,
    // iOS reads the label of an input only when its role is said too.
    'aria-role': 'textbox',
    'aria-label': label,
  };
  if (props.lines === 'many') {
    return <Textarea {...shared} autoHeight onInput={(input) => onChange(input.detail.value)} />;
  }
  return (
    <Input
      {...shared}
      type={kind === 'digits' || kind === 'phone' ? 'number' : 'text'}
      password={kind === 'password'}
      focus={props.waits === true}
      onInput={(input) => onChange(input.detail.value)}
      onConfirm={() => onEnter?.()}
    />
  );
}
