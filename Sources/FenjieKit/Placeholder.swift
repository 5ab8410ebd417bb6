// FenjieKit
