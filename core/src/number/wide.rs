//! Unsigned integers of 512 bits, just large enough for every comparison the statistics make.

use core::cmp::Ordering;

const LIMBS: usize = 16;

/// An unsigned integer below 2^512, least significant limb first.
///
/// Two differences of decimals within the document's limits have 57 digits each. Their product with a share of days
/// and with a tolerance stays below 150 digits; 512 bits hold 154. All operations are checked, so that a figure
/// outside of that is an error and never a wrong figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub(crate) struct Wide([u32; LIMBS]);

impl Wide {
    pub(crate) const ZERO: Wide = Wide([0; LIMBS]);
    pub(crate) const ONE: Wide = Wide::from_u128(1);

    #[allow(clippy::cast_possible_truncation, reason = "takes the value apart into its limbs")]
    pub(crate) const fn from_u128(value: u128) -> Wide {
        let mut limbs = [0; LIMBS];
        limbs[0] = value as u32;
        limbs[1] = (value >> 32) as u32;
        limbs[2] = (value >> 64) as u32;
        limbs[3] = (value >> 96) as u32;
        Wide(limbs)
    }

    pub(crate) fn to_u128(self) -> Option<u128> {
        if self.0[4..].iter().any(|&limb| limb != 0) {
            return None;
        }
        Some(self.0[..4].iter().rev().fold(0, |value, &limb| value << 32 | u128::from(limb)))
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.0.iter().all(|&limb| limb == 0)
    }

    #[cfg(feature = "extract")]
    fn to_u64(self) -> Option<u64> {
        let beyond = self.0[2..].iter().fold(0, |any, limb| any | limb);
        (beyond == 0).then_some(u64::from(self.0[1]) << 32 | u64::from(self.0[0]))
    }

    /// How many limbs are in use.
    fn len(&self) -> usize {
        LIMBS - self.0.iter().rev().take_while(|&&limb| limb == 0).count()
    }

    #[allow(clippy::cast_possible_truncation, reason = "the carry is what the truncation leaves")]
    pub(crate) fn add(&self, other: &Wide) -> Option<Wide> {
        let mut sum = Wide::ZERO;
        let mut carry = 0u64;
        for (limb, (a, b)) in sum.0.iter_mut().zip(self.0.iter().zip(&other.0)) {
            carry += u64::from(*a) + u64::from(*b);
            *limb = carry as u32;
            carry >>= 32;
        }
        (carry == 0).then_some(sum)
    }

    /// `self − other`, or nothing if that were negative.
    pub(crate) fn sub(&self, other: &Wide) -> Option<Wide> {
        let mut difference = Wide::ZERO;
        let mut borrowed = false;
        for (limb, (a, b)) in difference.0.iter_mut().zip(self.0.iter().zip(&other.0)) {
            let (part, first) = a.overflowing_sub(*b);
            let (part, second) = part.overflowing_sub(u32::from(borrowed));
            *limb = part;
            borrowed = first || second;
        }
        (!borrowed).then_some(difference)
    }

    #[allow(clippy::cast_possible_truncation, reason = "the carry is what the truncation leaves")]
    pub(crate) fn mul(&self, other: &Wide) -> Option<Wide> {
        // Figures of real documents are this short; a page, which multiplies few, is smaller without.
        #[cfg(feature = "extract")]
        if let (Some(a), Some(b)) = (self.to_u64(), other.to_u64()) {
            return Some(Wide::from_u128(u128::from(a) * u128::from(b)));
        }
        let mut product = Wide::ZERO;
        // One limb more than are in use takes the carry.
        let theirs = other.len() + 1;
        for (i, &a) in self.0.iter().enumerate().take(self.len()) {
            let mut carry = 0u64;
            for (j, &b) in other.0.iter().enumerate().take(theirs) {
                let part = u64::from(a) * u64::from(b) + carry;
                let Some(limb) = product.0.get_mut(i + j) else {
                    if part != 0 {
                        return None;
                    }
                    continue;
                };
                let part = part + u64::from(*limb);
                *limb = part as u32;
                carry = part >> 32;
            }
            if carry != 0 {
                return None;
            }
        }
        Some(product)
    }

    /// A power of ten below 2^128: more than any place of a figure.
    pub(crate) fn pow10(exponent: u32) -> Option<Wide> {
        (exponent <= 38).then(|| Wide::from_u128(10_u128.pow(exponent)))
    }

    /// Quotient and remainder; nothing if the divisor is zero. Bit by bit: divisions happen where a figure is
    /// printed or brought to 18 decimals, never in a comparison.
    pub(crate) fn div_rem(&self, divisor: &Wide) -> Option<(Wide, Wide)> {
        if divisor.is_zero() {
            return None;
        }
        if let (Some(a), Some(b)) = (self.to_u128(), divisor.to_u128()) {
            return Some((Wide::from_u128(a / b), Wide::from_u128(a % b)));
        }
        let mut quotient = Wide::ZERO;
        let mut remainder = Wide::ZERO;
        for bit in (0..self.len() * 32).rev() {
            // A remainder is below the divisor, so twice of it may need a 513th bit.
            let overflow = remainder.0[LIMBS - 1] >> 31 == 1;
            remainder.double();
            remainder.0[0] |= self.0[bit / 32] >> (bit % 32) & 1;
            if overflow || remainder >= *divisor {
                remainder.wrapping_sub(divisor);
                quotient.0[bit / 32] |= 1 << (bit % 32);
            }
        }
        Some((quotient, remainder))
    }

    /// Twice the value without its highest bit.
    fn double(&mut self) {
        let mut carry = 0;
        for limb in &mut self.0 {
            let next = *limb >> 31;
            *limb = *limb << 1 | carry;
            carry = next;
        }
    }

    fn wrapping_sub(&mut self, other: &Wide) {
        let mut borrowed = false;
        for (limb, b) in self.0.iter_mut().zip(&other.0) {
            let (part, first) = limb.overflowing_sub(*b);
            let (part, second) = part.overflowing_sub(u32::from(borrowed));
            *limb = part;
            borrowed = first || second;
        }
    }
}

impl Ord for Wide {
    fn cmp(&self, other: &Wide) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

impl PartialOrd for Wide {
    fn partial_cmp(&self, other: &Wide) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn big(value: &Wide) -> BigUint {
        BigUint::new(value.0.to_vec())
    }

    fn wides() -> impl Strategy<Value = Wide> {
        (any::<[u32; LIMBS]>(), 0..=LIMBS).prop_map(|(mut limbs, len)| {
            limbs[len..].fill(0);
            Wide(limbs)
        })
    }

    proptest! {
        #[test]
        fn agrees_with_big_integers(a in wides(), b in wides()) {
            let (x, y) = (big(&a), big(&b));
            let fits = |value: BigUint| (value.bits() <= 512).then_some(value);
            prop_assert_eq!(a.add(&b).map(|sum| big(&sum)), fits(&x + &y));
            prop_assert_eq!(a.mul(&b).map(|product| big(&product)), fits(&x * &y));
            prop_assert_eq!(a.sub(&b).map(|rest| big(&rest)), (x >= y).then(|| &x - &y));
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            let parts = a.div_rem(&b).map(|(quotient, rest)| (big(&quotient), big(&rest)));
            let zero = BigUint::ZERO;
            prop_assert_eq!(parts, (y != zero).then(|| (&x / &y, &x % &y)));
        }
    }

    #[test]
    fn a_power_of_ten_too_many_is_nothing() {
        assert!(Wide::pow10(38).is_some());
        assert!(Wide::pow10(39).is_none());
    }
}
