import { describe, expect, it } from 'vitest';
import { mailboxOf } from '../../../src/store/index.ts';

describe('the mailbox of', () => {
  it.each([
    ['anna@example.org', 'anna@example.org'],
    ['anna.b-c_d@example.org', 'anna.b-c_d@example.org'],
    ['anna+news@example.org', 'anna@example.org'],
    ['anna+a+b@example.org', 'anna@example.org'],
    ['+anna@example.org', '+anna@example.org'],
    ['a.n.n.a+x@gmail.com', 'anna@gmail.com'],
    ['an.na@googlemail.com', 'anna@gmail.com'],
    ['anna-list@yahoo.com', 'anna@yahoo.com'],
    ['anna-list@yahoo.co.uk', 'anna@yahoo.co.uk'],
    ['anna.b@yahoo.com', 'anna.b@yahoo.com'],
    ['anna-list@outlook.com', 'anna-list@outlook.com'],
    ['anna+list@outlook.com', 'anna@outlook.com'],
    ['anna+list@me.com', 'anna@icloud.com'],
    ['an.na+list@pm.me', 'anna@proton.me'],
    ['an-na@ya.ru', 'anna@yandex.ru'],
    ['shop@anna.fastmail.com', 'anna@fastmail.com'],
    ['anna+shop@fastmail.com', 'anna@fastmail.com'],
    ['a.b@gmail.com.example.org', 'a.b@gmail.com.example.org'],
    ['.@gmail.com', '.@gmail.com'],
  ])('%s is %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});
