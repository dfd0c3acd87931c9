-- macro: named(name)
--
-- SHA-1 of a name in our namespace of ids, in hexadecimal: what a version 5 UUID is made of.
sha1('\x6F\x0A\x7C\x52\x8F\x0E\x5D\x1B\x9D\x3C\x74\x69\x00\x6D\x65\x6C'::blob || encode(name))
